"""A set of pages with known truth: news sites of other lands in twenty languages, a press office, two of old.

Each layout follows the markup of one site, as scrapers and feed rules name it. It was written without a
look at extraction, and varies above all how author, section, date and title are printed and declared.
"""
