"""The middleware that keeps the crawl out of networks it has no business in."""

from __future__ import annotations

import ipaddress
from typing import Any
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, NotConfigured
from scrapy.utils.defer import maybe_deferred_to_future
from twisted.internet.error import DNSLookupError

from kaltimcrawl.spiders.refusal import Refusal

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class GuardMiddleware:
    """Refuses what leads to a loopback, private, link-local or reserved address, by number or by name.

    A name is resolved here by the reactor's resolver, whose cache the connection then uses: a name can't
    show one address to the guard and another to the connection. Behind a proxy only numbers are judged: names
    are the proxy's to resolve.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> GuardMiddleware:
        if crawler.spider.crawl.portal.allow_private:  # type: ignore[union-attr]
            raise NotConfigured("the portal's file allows private addresses")
        return cls()

    async def process_request(self, request: Request) -> None:
        """None where the host is public. Raises `Refusal` of kind private; `CannotResolveHostError`."""
        host = urlsplit(request.url).hostname or ""
        address = _literal(host)
        if address is None and "proxy" in request.meta:
            return
        if address is None:
            address = await _resolve(host)
        if not is_public(address):
            shown = host if str(address) == host else f"{host} ({address})"
            raise Refusal(
                "private", f"{shown} is no public address; allow_private in the portal's file allows it"
            )


def is_public(address: Address) -> bool:
    """Whether the address is of the public internet; one that wraps an IPv4 address is judged by that."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return address.is_global and not address.is_multicast and not address.is_reserved


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


async def _resolve(host: str) -> Address:
    from twisted.internet import reactor  # importing it earlier would install the wrong one

    resolver: Any = reactor  # zope interfaces are no types
    try:
        text = await maybe_deferred_to_future(resolver.resolve(host))
    except (DNSLookupError, UnicodeError) as error:
        raise CannotResolveHostError(str(error)) from error
    return ipaddress.ip_address(text)
