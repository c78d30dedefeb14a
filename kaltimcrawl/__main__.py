"""`python -m kaltimcrawl`: the same as the `kaltimcrawl` command."""

from kaltimcrawl.cli import main

main()
