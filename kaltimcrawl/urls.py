"""One address for one article: the canonical URL, and the key by which variants are known to be the same.

Follows RFC 3986, section 6 (normalisation) for what is safe on any host, and drops what portals and
social networks add to an address without changing the page: tracking parameters, fragments, Blogger's
`?m=1`, AMP twins. Every function takes any text and raises nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from functools import lru_cache
from urllib.parse import SplitResult, quote, urljoin, urlsplit, urlunsplit

MAX_URL_LENGTH = 2083
"""Characters. sitemaps.org allows 2,048; longer addresses on news sites are traps, not articles."""

_MAX_HOST_LENGTH = 253  # RFC 1035, without the root's dot
_TRACKING_NAMES = (
    "fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid msclkid yclid twclid ttclid "
    "igshid igsh mc_cid mc_eid _ga _gl _hsenc _hsmi mkt_tok oly_enc_id oly_anon_id vero_id wickedid spm "
    "s_kwcid fb_action_ids fb_action_types fb_source ref_src ref_url replytocom share nb amp outputtype "
    "output_type __twitter_impression ampshare amp_js_v usqp noamp"
)
_TRACKING = frozenset(_TRACKING_NAMES.split())
_TRACKING_PREFIXES = ("utm_", "at_", "pk_", "mtm_", "hsa_", "stm_")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_PRIVATE_SUFFIXES = (".localhost", ".local", ".localdomain", ".internal", ".lan", ".home.arpa")

_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_PLAIN_ADDRESS = re.compile(r"https?://[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}(?::\d{1,5})?(?:/[!-~]*)?")
_PLAIN_PATH = re.compile(r"/(?![/.])(?:[!-.0-~]|/(?![/.]))*")  # from the root, nothing to resolve in it
_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_ESCAPE = re.compile(r"%([0-9A-Fa-f]{2})")
_AMP_END = re.compile(r"(?<=.)/amp(/*)\Z|(?<=[^/.])\.amp()\Z")
_TWIN_HOST = re.compile(r"(?:(?:www|m|amp)\.)+(?=[^.]+\.)")
_NO_PARTS = SplitResult("", "", "", "", "")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def absolute_url(link: str, base: str | None = None) -> str | None:
    """`link` made absolute against `base`, or None where it is no http(s) address of usable length and host.

    Line breaks and other control characters are taken out, as browsers do (WHATWG URL); the rest stays as
    the page has it.

    >>> absolute_url("../banjir", "https://kaltim.example/a/b/")
    'https://kaltim.example/a/banjir'
    >>> absolute_url("mailto:redaksi@kaltim.example") is None
    True
    """
    link = link.strip()
    if len(link) > MAX_URL_LENGTH:
        return None
    if _PLAIN_ADDRESS.fullmatch(link):  # most links of a page, ten times as fast
        return link if ":" not in link[8:] or _authority(link) else None
    if base and link.startswith("/") and _PLAIN_PATH.fullmatch(link) and (origin := _origin(base)):
        return origin + link
    try:
        url = _CONTROLS.sub("", urljoin(base or "", _CONTROLS.sub("", link))).strip()
    except ValueError:
        return None
    return url if len(url) <= MAX_URL_LENGTH and _authority(url) else None


@lru_cache(maxsize=256)
def _origin(base: str) -> str | None:
    """Scheme and authority of a base that resolves as it stands, or None."""
    found = _PLAIN_ADDRESS.fullmatch(base)
    return f"{urlsplit(base).scheme}://{urlsplit(base).netloc}" if found and _authority(base) else None


def canonical_url(url: str) -> str:
    """`url` in normal form, still an address that the portal answers: the one the archive files under.

    Scheme and host in lower case (IDN hosts as punycode), no default port, no name and password,
    no fragment, no dot segments, percent-encoding in one form; tracking parameters, `?m=1` and AMP marks
    dropped. The other parameters stay as they are, in their order. Idempotent. An address that can't be read
    as http(s), or that is longer than `MAX_URL_LENGTH` in normal form, comes back as it was.

    >>> canonical_url("HTTPS://Kaltim.example:443/a/b/amp/?utm_source=wa&id=7#komentar")
    'https://kaltim.example/a/b/?id=7'
    """
    plain = _normal_form(url)
    return url if plain is None else plain


@lru_cache(maxsize=2048)  # one page asks for its own address half a dozen times
def _normal_form(url: str) -> str | None:
    absolute = absolute_url(url)
    authority = _authority(absolute) if absolute else None
    if absolute is None or authority is None:
        return None
    parts = urlsplit(absolute)
    plain = urlunsplit((parts.scheme, authority, _plain_path(parts.path), _plain_query(parts.query), ""))
    return plain if len(plain) <= MAX_URL_LENGTH else None


def _authority(url: str) -> str | None:
    """`host` or `host:port` of an http(s) address in normal form; None where none can be asked."""
    try:
        url.encode()  # a lone surrogate has no UTF-8, so no percent-encoding
        parts = urlsplit(url)
        host, port = _plain_host(parts.hostname or ""), parts.port
    except ValueError:
        return None
    if parts.scheme not in _DEFAULT_PORTS or not host:
        return None
    return host if port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{host}:{port}"


def _plain_host(host: str) -> str:
    """`host` in lower-case ASCII; '' where no name of the DNS and no IP address is written so."""
    if ":" in host:
        try:
            return f"[{ipaddress.IPv6Address(host).compressed}]" if "%" not in host else ""
        except ValueError:
            return ""
    if len(host) > _MAX_HOST_LENGTH + 1:
        return ""
    if host.isascii() and len(host) < 64:  # no label can be too long: nothing for IDNA to do
        name = host.lower().removesuffix(".")
        return name if _HOST.fullmatch(name) else ""
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except UnicodeError:
        return ""
    return name if _HOST.fullmatch(name) else ""


def _plain_path(path: str) -> str:
    path = _without_dots(_one_encoding(path, "/%:@!$&'()*+,;=~-._"))
    while (cut := _AMP_END.sub(r"\1", path)) != path:
        path = cut
    return path or "/"


def _without_dots(path: str) -> str:
    """RFC 3986, 5.2.4. `urljoin` won't do: it takes a path that begins with `//` for a host."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == ".." and len(kept) > 1:
            kept.pop()
        elif segment not in (".", ".."):
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)


def _one_encoding(text: str, safe: str) -> str:
    return _ESCAPE.sub(_one_form, quote(_STRAY_PERCENT.sub("%25", text), safe=safe))


def _one_form(escape: re.Match[str]) -> str:
    character = chr(int(escape.group(1), 16))
    plain = character.isascii() and (character.isalnum() or character in "-._~")
    return character if plain else escape.group().upper()


def _plain_query(query: str) -> str:
    """Parameter by parameter as it stands: taking it apart and together again changes `?q`, `a;b` and `+`."""
    query = _one_encoding(query, "/?%:@!$&'()*+,;=~-._[]|")
    if not query:
        return ""
    return "&".join(pair for pair in query.split("&") if not _is_tracking(pair))


def _is_tracking(pair: str) -> bool:
    name, _, value = pair.partition("=")
    name = name.lower().removeprefix("amp;")  # from links escaped twice: &amp;amp;utm_source=
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES) or (name == "m" and value in ("0", "1"))


@lru_cache(maxsize=2048)  # a door's batch asks three times for each
def url_key(url: str) -> str:
    """The key under which all variants of one article's address are one: equal keys, one article.

    Made of the canonical URL without its scheme, a leading `www.`, `m.` or `amp.`, and a trailing slash;
    the parameters are sorted. Never fetched, only compared. An address that can't be read is its own key.

    >>> url_key("http://www.kaltim.example/2025/banjir/") == url_key("https://m.kaltim.example/2025/banjir?m=1")
    True
    """
    plain = _normal_form(url)
    if plain is None:
        return url
    parts = urlsplit(plain)
    host = _TWIN_HOST.sub("", parts.netloc, count=1) if parts.netloc[0] in "wma" else parts.netloc
    pairs = sorted(_plain_pair(pair) for pair in parts.query.replace("+", "%20").split("&"))
    query = "&".join(pair for pair in pairs if pair)
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def _plain_pair(pair: str) -> str:
    name, _, value = pair.partition("=")
    return f"{name}={value}" if value else name


def split_url(url: str) -> SplitResult:
    """The parts of `url` (RFC 3986), all of them empty where it can't be read: pages link "http://[a/" too.

    >>> split_url("https://kaltim.example/berita/1").path, split_url("http://[a/berita").path
    ('/berita/1', '')
    """
    try:
        return urlsplit(url)
    except ValueError:
        return _NO_PARTS


def host_of(url: str) -> str:
    """The host of `url` in lower-case ASCII without port, or '' where it has none.

    >>> host_of("https://WWW.Kaltim.example:8443/a")
    'www.kaltim.example'
    """
    try:
        return _plain_host(urlsplit(url).hostname or "").strip("[]")
    except ValueError:
        return ""


def is_private_host(host: str) -> bool:
    """Whether `host` is a loopback or private address as written, or a name that only a local net knows.

    Names are not resolved: a public name may still lead to a private address, which only the one who
    connects can see. Old forms of IPv4 (`127.1`, `0x7f000001`, `2130706433`) count as what they mean.

    >>> is_private_host("127.0.0.1"), is_private_host("kaltim.example")
    (True, False)
    """
    host = host.strip("[]").rstrip(".").lower()
    try:
        return _is_private_address(ipaddress.ip_address(host))
    except ValueError:
        pass
    try:
        return _is_private_address(ipaddress.IPv4Address(socket.inet_aton(host)))
    except (OSError, ValueError):  # ValueError: a NUL or what has no encoding
        return "." not in host or host.endswith(_PRIVATE_SUFFIXES)


def _is_private_address(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return _is_private_address(inner)
    return not address.is_global or address.is_multicast
