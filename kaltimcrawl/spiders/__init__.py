"""Fetching: portals in, responses out, politely. `spiders.run.crawl_portals` is the door.

Scrapy's pieces (spider, middlewares, extension, handler) are thin: each hands over to another room.
"""
