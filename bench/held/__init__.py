"""A fifth set of pages with known truth, held back: after real sites and themes, of a real page's weight.

It was written apart from extraction, from saved pages, theme sources and the selectors that others found on
such sites, with words of its own and with chrome that each layout builds in its own way.
It tells how portals fare that were never seen.
"""
