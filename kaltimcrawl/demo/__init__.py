"""A small invented news portal, served over real HTTP on the loopback: for demos, tests and measurements.

Its name, people and events are invented; its pages have what real portals' pages have.
"""

from kaltimcrawl.demo.article import DemoArticle, Picture, load_articles
from kaltimcrawl.demo.generated import GeneratedSite
from kaltimcrawl.demo.portal import demo_portal, generated_portal
from kaltimcrawl.demo.server import DemoServer

__all__ = [
    "DemoArticle",
    "DemoServer",
    "GeneratedSite",
    "Picture",
    "demo_portal",
    "generated_portal",
    "load_articles",
]
