"""What was served, kept as WARC, and read back from any WARC or WACZ.

Knows neither Scrapy nor the database. ISO 28500:2017 (WARC/1.1) is written; 1.0 and 1.1 are read.
"""

from __future__ import annotations

from kaltimcrawl.capture.capture import Capture, Exchange, Headers, Location, Original, Rendering
from kaltimcrawl.capture.decoding import decode_body
from kaltimcrawl.capture.reader import Remark, Visit, read_captures, read_record, read_visit, read_visits
from kaltimcrawl.capture.recovery import Recovered, recover
from kaltimcrawl.capture.revisits import Revisit
from kaltimcrawl.capture.writer import WarcWriter

__all__ = [
    "Capture",
    "Exchange",
    "Headers",
    "Location",
    "Original",
    "Recovered",
    "Remark",
    "Rendering",
    "Revisit",
    "Visit",
    "WarcWriter",
    "decode_body",
    "read_captures",
    "read_record",
    "read_visit",
    "read_visits",
    "recover",
]
