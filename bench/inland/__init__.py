"""A later set of pages with known truth: Indonesian portals, broadcasters, campuses, courts and villages.

It was written without a look at extraction, from theme sources, views of home-made sites and what other
programs select on portals, with words of its own. It varies above all how author, editor, section and date
are printed.
"""
