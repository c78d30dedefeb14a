"""A set of pages with known truth: papers, stations and campuses in English, sites in 14 other languages.

Each layout follows the markup of one site or theme, as scrapers and sources name it. It was written without a
look at extraction, and varies above all how author, editor, section, date and title stand.
"""
