"""`python -m kaltimcrawl.demo [--port N] [--pages N]`: the demo portal, or a generated site, served."""

from __future__ import annotations

import argparse
import signal

from kaltimcrawl.demo.generated import GeneratedSite
from kaltimcrawl.demo.server import DemoServer


def main() -> None:
    """Serve, and print the address on the first line of the output."""
    parser = argparse.ArgumentParser(prog="python -m kaltimcrawl.demo", description="Serve the demo portal.")
    parser.add_argument("--port", type=int, default=0, help="taken where it is free; else any free one")
    parser.add_argument("--pages", type=int, default=0, help="serve this many generated articles instead")
    options = parser.parse_args()
    # A program that measures ends us by SIGTERM: the same clean end as Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with GeneratedSite(options.pages, options.port) if options.pages else DemoServer(options.port) as server:
        try:
            print(server.url, flush=True)  # who reads it may end us at once
            signal.pause()
        except KeyboardInterrupt:
            return


if __name__ == "__main__":
    main()
