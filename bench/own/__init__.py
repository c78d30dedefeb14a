"""Pages of our own with known truth: invented stories by language, shown in layouts that news sites have.

The stories (`stories/*.toml`) and what stands around them (`words.toml`, `headlines.toml`) are filled into
the layouts (`layouts/*.html`, `layouts.toml`), so that what a reader calls the article is known exactly.
"""

from bench.own.building import Block, OwnPage, read_blocks, read_own_pages, read_stories

__all__ = ["Block", "OwnPage", "read_blocks", "read_own_pages", "read_stories"]
