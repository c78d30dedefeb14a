"""Pages that real publishing software prints: stories of the sets in the themes that its packages ship.

`python -m bench.software` installs the systems and renders the stories under `.software/` in the checkout;
the source `software` of `bench.extractors` reads what stands there. The systems, their themes and settings
are in `themes.toml`, the stories in `stories.toml`.
"""
