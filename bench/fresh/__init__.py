"""A third set of pages with known truth: other systems and stories than `bench/own` and `bench/blind`.

It was written apart from extraction, and once told how a portal fares that was never seen. Extraction was
mended by it afterwards: since then it keeps extraction from falling back, as `bench/own` does.
"""
