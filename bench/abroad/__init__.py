"""A seventh set of pages with known truth, in many languages, after CMSs and themes of no other set.

It was written apart from extraction, from theme sources, views of small portals and saved pages;
what it varies above all is how a page tells its author, its section and its date.
It tells how portals fare that were never seen.
"""
