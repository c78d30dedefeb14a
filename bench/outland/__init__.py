"""An eleventh set of pages with known truth: news sites of other lands, in thirteen languages.

Each layout follows the markup of one site or theme, as scrapers, feed rules and theme sources name it.
It was written without a look at extraction, and varies above all how author, section, date and title stand.
"""
