"""A sixth set of pages with known truth, after real themes and sites that no other set follows.

It was written apart from extraction, from theme sources, detail views of small portals and saved pages, with
words of its own and with chrome that each layout builds in its own way.
It tells how portals fare that were never seen.
"""
