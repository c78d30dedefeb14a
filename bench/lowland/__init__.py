"""A seventeenth set of pages with known truth: Indonesian papers, stations, courts and campuses.

Each layout follows the markup of one portal, system or theme, as scrapers, theme sources and views of
home-made sites name it. It was written without a look at extraction, and varies above all how author, editor,
section and date are printed and declared.
"""
