"""A tenth set of pages with known truth: portals and offices of Indonesian regions, papers of eight lands.

It was written without a look at extraction, from theme sources, views of home-made sites and what other
programs select on portals, with words of its own. It varies above all how author, editor, section and date
are printed.
"""
