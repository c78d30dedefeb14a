"""Measurements: of speed and memory (`make bench`, or `python -m bench.run` from the checkout), and of how
well extraction reads beside its peers (`make bench-extraction`, or `python -m bench.extractors`), also on
pages that real publishing software prints (`make bench-software`).

docs/benchmarks.md says what each figure means.
"""
