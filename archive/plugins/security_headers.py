"""HTTP headers for every answer: a Content-Security-Policy that runs no script but Datasette's own.

The archive's texts come from pages that anyone may have written. They are sanitised twice; this is the third
wall: were something to slip through, the browser would still neither run nor fetch it. W3C CSP Level 3.

Plain ASCII, like every plugin here: Datasette reads plugins in the locale's encoding.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterator, MutableMapping
from importlib import resources
from typing import Any

from datasette import hookimpl

Message = MutableMapping[str, Any]
App = Callable[[Any, Callable[[], Awaitable[Message]], Callable[[Message], Awaitable[None]]], Any]

_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_ALLOW_FACET = "{{ datasette_allow_facet }}"


@hookimpl
def asgi_wrapper(datasette: Any) -> Callable[[App], App]:
    """A middleware that sets our headers on every answer, errors and static files too."""
    headers = [(name.encode(), value.encode()) for name, value in security_headers().items()]
    ours = {name for name, _ in headers}

    def wrap(app: App) -> App:
        async def wrapped(scope: Any, receive: Any, send: Any) -> None:
            async def send_with_headers(message: Message) -> None:
                if message["type"] == "http.response.start":
                    theirs = [pair for pair in message.get("headers", []) if pair[0].lower() not in ours]
                    message = {**message, "headers": theirs + headers}
                await send(message)

            await app(scope, receive, send_with_headers)

        return wrapped

    return wrap


def security_headers() -> dict[str, str]:
    """Header names, lower case, to their values."""
    scripts = " ".join(f"'sha256-{digest}'" for digest in sorted(set(inline_script_digests())))
    policy = {
        "default-src": "'none'",
        "script-src": f"'self' {scripts}".strip(),
        # Datasette colours headings and labels phone-width tables by inline styles. With no image, font or
        # connection to anywhere else, a style can't carry anything away.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "content-security-policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow",
    }


def inline_script_digests() -> Iterator[str]:
    """SHA-256, base64, of each inline script that Datasette's templates hold: those and no other may run.

    Read from the installed Datasette, so that a patch release that touches a script needs no change here.
    """
    for template in (resources.files("datasette") / "templates").iterdir():
        if not template.name.endswith(".html"):
            continue
        for script in _INLINE_SCRIPT.findall(template.read_text(encoding="utf-8")):
            for value in ("true", "false") if _ALLOW_FACET in script else ("",):
                filled = script.replace(_ALLOW_FACET, value).encode()
                yield base64.b64encode(hashlib.sha256(filled).digest()).decode()
