"""A ninth set of pages with known truth: portals of Indonesian regions, and local papers of ten countries.

It was written without a look at extraction, from theme sources, saved pages and what other programs select on
portals, with words of its own. It varies above all how author, editor, section and date are printed.
"""
