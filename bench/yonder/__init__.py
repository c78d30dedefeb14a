"""A set of pages with known truth: papers and stations of six English-speaking lands, sites in 14 languages.

Each layout follows the markup of one site or system, as scrapers and theme sources name it. It was written
without a look at extraction, and varies above all how author, editor, section, date and title stand.
"""
