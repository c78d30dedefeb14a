"""Articles, taken out of their pages."""

from kaltimcrawl.extraction.article import Article, Block, Claim, Image, Link, Origin
from kaltimcrawl.extraction.dump import read_dump
from kaltimcrawl.extraction.extract import Examination, examine, extract
from kaltimcrawl.extraction.figures import PageFigures
from kaltimcrawl.extraction.joining import join_parts
from kaltimcrawl.extraction.learning import Learned, Learner
from kaltimcrawl.extraction.page import PortalHints
from kaltimcrawl.extraction.profile import MOST_ARTICLES, PortalProfile, rank_of
from kaltimcrawl.extraction.recovered import Told, recover_article
from kaltimcrawl.extraction.witnesses import Witness

__all__ = [
    "MOST_ARTICLES",
    "Article",
    "Block",
    "Claim",
    "Examination",
    "Image",
    "Learned",
    "Learner",
    "Link",
    "Origin",
    "PageFigures",
    "PortalHints",
    "PortalProfile",
    "Told",
    "Witness",
    "examine",
    "extract",
    "join_parts",
    "rank_of",
    "read_dump",
    "recover_article",
]
