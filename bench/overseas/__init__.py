"""A set of pages with known truth: news sites of other lands in twenty-one languages, and three pages of old.

Each layout follows the markup of one site or theme, as scrapers and feed rules name it. It was written
without a look at extraction, and varies above all how author, section, date and title stand.
"""
