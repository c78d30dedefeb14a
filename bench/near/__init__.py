"""An eighth set of pages with known truth: Indonesian alone, after themes and portals no other set follows.

It was written without a look at extraction, from theme sources, detail views of local-government and local
news sites and template markup, with words of its own. Above all it varies how author, editor, section and
date are printed.
"""
