"""A twelfth set of pages with known truth: portals, agencies and small papers of lands other than Indonesia.

It was written without a look at extraction, from what other programs select on these sites and from how
their pages are known to be built, with stories and words of its own. It varies above all how author,
editor, section and date are printed.
"""
