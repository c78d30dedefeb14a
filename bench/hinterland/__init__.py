"""A further set of pages with known truth: Indonesian portals, offices, campus papers and blogs, old and new.

Each layout follows the markup of one site or theme, a third of them as they stood between 2008 and 2016.
It was written without a look at extraction, and varies above all how author, section, date and title stand.
"""
