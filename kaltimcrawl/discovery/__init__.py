"""Discovery: what a portal's doors (feeds, sitemaps, WordPress REST, listing pages) name as articles.

Bytes in, values out: nothing is fetched and nothing remembered here.
"""

from kaltimcrawl.discovery.address import is_article_url
from kaltimcrawl.discovery.candidate import Candidate, unique
from kaltimcrawl.discovery.feed import read_feed
from kaltimcrawl.discovery.home import FoundDoors, read_home
from kaltimcrawl.discovery.listing import Listing, read_listing
from kaltimcrawl.discovery.posts import read_posts
from kaltimcrawl.discovery.robots import read_robots_sitemaps
from kaltimcrawl.discovery.sitemap import Sitemap, SitemapChild, read_sitemap

__all__ = [
    "Candidate",
    "FoundDoors",
    "Listing",
    "Sitemap",
    "SitemapChild",
    "is_article_url",
    "read_feed",
    "read_home",
    "read_listing",
    "read_posts",
    "read_robots_sitemaps",
    "read_sitemap",
    "unique",
]
