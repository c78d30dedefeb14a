"""The manners of the crawl: every setting that Scrapy and our components read.

`scrapy.cfg` names this module. What a portal's file says (delay, private addresses) is set over it by
`PortalSpider.from_crawler`. https://docs.scrapy.org/en/latest/topics/settings.html explains Scrapy's own.
"""

import os

from kaltimcrawl import __version__

BOT_NAME = "kaltimcrawl"
SPIDER_MODULES = ["kaltimcrawl.spiders.spider"]

# Ours.
KALTIMCRAWL_ARCHIVE = os.environ.get("KALTIMCRAWL_ARCHIVE") or "archive"
KALTIMCRAWL_CONTACT = os.environ.get("KALTIMCRAWL_CONTACT") or "https://github.com/kaltimcrawl/kaltimcrawl"

# The ages at which an update visits an article again, counted from its publication, in hours (6h) or days
# (30d); the time between two visits beyond the last; the least time between two. Stories that have changed
# before are visited up to eight times as often.
KALTIMCRAWL_REVISIT_AGES = ["1h", "6h", "1d", "7d", "30d"]
KALTIMCRAWL_REVISIT_THEN = "365d"
KALTIMCRAWL_REVISIT_SOONEST = "1h"

# Who we are: portals can find us, and robots.txt can name us.
USER_AGENT = f"kaltimcrawl/{__version__} (+{KALTIMCRAWL_CONTACT})"
ROBOTSTXT_USER_AGENT = "kaltimcrawl"
ROBOTSTXT_OBEY = True
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# One request at a time a host; the delay is counted from the end of the last (spiders/pace.py).
CONCURRENT_REQUESTS = 8
CONCURRENT_REQUESTS_PER_DOMAIN = 1
DOWNLOAD_DELAY = 1.0
DOWNLOAD_DELAY_JITTER = (
    0.0  # half the delay, which Scrapy's default allows, is less than the portal was promised
)
AUTOTHROTTLE_ENABLED = True
AUTOTHROTTLE_START_DELAY = 1.0
AUTOTHROTTLE_MAX_DELAY = 60.0

# Transient errors only, after growing rests (spiders/pace.py); a 404 is an answer. A third failure is left to
# the next run.
RETRY_TIMES = 2
RETRY_HTTP_CODES = [429, 500, 502, 503, 504]
RETRY_GIVE_UP_LOG_LEVEL = "INFO"  # it stands in crawl_errors

# Bounds. Doors have their own size: sitemaps.org allows 50 MiB.
DOWNLOAD_TIMEOUT = 60
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
DOWNLOAD_WARNSIZE = 0
DNS_TIMEOUT = 20
REDIRECT_MAX_TIMES = 5
METAREFRESH_ENABLED = False  # front pages reload themselves
URLLENGTH_LIMIT = 2083

KALTIMCRAWL_RENDER_SECONDS = 30  # for a page that a browser makes, where a portal's file asks for it

COOKIES_ENABLED = False
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

DOWNLOAD_HANDLERS = {
    "http": "kaltimcrawl.spiders.handler.PacedHandler",
    "https": "kaltimcrawl.spiders.handler.PacedHandler",
    "data": None,
    "file": None,
    "ftp": None,
    "s3": None,
}
DOWNLOADER_MIDDLEWARES = {
    # Engine side
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "kaltimcrawl.spiders.robots.RobotsMiddleware": 100,
    "kaltimcrawl.spiders.conditional.ConditionalMiddleware": 450,
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "kaltimcrawl.spiders.retry.PatientRetryMiddleware": 550,
    # Scrapy's decompression (590), redirects (600) and proxies (750) come between.
    "kaltimcrawl.spiders.guard.GuardMiddleware": 800,
    "kaltimcrawl.spiders.capture.CaptureMiddleware": 950,
    # Downloader side
}
EXTENSIONS = {
    "kaltimcrawl.spiders.crawl_delay.CrawlDelay": 500,
}

LOG_LEVEL = "INFO"
STATS_DUMP = False
