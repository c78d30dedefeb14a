"""A second set of pages with known truth: other stories, words and layouts than `bench/own` has.

They were written apart from extraction, and once told how it fares on a portal that it has never seen. It
was mended by them afterwards: since then they keep it from falling back, as `bench/own` does.
"""
