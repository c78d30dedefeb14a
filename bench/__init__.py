"""Measurements of speed and memory: `make bench`, or `python -m bench.run` from the checkout.

docs/benchmarks.md says what each figure means.
"""
