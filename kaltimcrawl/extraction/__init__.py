"""Articles, taken out of their pages."""

from kaltimcrawl.extraction.article import Article, Block, Claim, Image, Link, Origin
from kaltimcrawl.extraction.dump import read_dump
from kaltimcrawl.extraction.extract import extract
from kaltimcrawl.extraction.joining import join_parts
from kaltimcrawl.extraction.page import PortalHints
from kaltimcrawl.extraction.witnesses import Witness

__all__ = [
    "Article",
    "Block",
    "Claim",
    "Image",
    "Link",
    "Origin",
    "PortalHints",
    "Witness",
    "extract",
    "join_parts",
    "read_dump",
]
