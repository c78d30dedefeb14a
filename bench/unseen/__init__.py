"""A fourth set of pages with known truth: layouts after real sites and themes, of a real page's weight.

It was written apart from extraction, from what public copies of such pages and the sources of such themes
show of their structure, with words of its own. It tells how portals fare that were never seen.
"""
