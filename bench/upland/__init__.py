"""An eleventh set of pages with known truth: Indonesian portals, offices, campuses and groups of the regions.

It was written without a look at extraction, from theme sources and views of home-made sites, with words of
its own. It varies above all how a section is told: by badge, crumb, label, menu, title or address alone.
"""
