"""An eleventh set of pages with known truth: portals and offices of Indonesian regions and two neighbours.

It was written without a look at extraction, from theme sources and views of sites, with words of its own.
It varies above all how author, editor, section, date and title are printed and declared.
"""
