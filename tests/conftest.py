"""What all tests need."""

from __future__ import annotations

import signal


def pytest_configure() -> None:
    """Let programs that tests start be ended by Ctrl-C's signal.

    A shell's background job ignores it, and so would they: a signal that is ignored stays so over exec.
    """
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
