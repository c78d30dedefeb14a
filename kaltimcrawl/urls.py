"""One address for one article: the canonical URL, and the key by which variants are known to be the same.

Follows RFC 3986, section 6 (normalisation) for what is safe on any host, and drops what portals and
social networks add to an address without changing the page: tracking parameters, fragments, Blogger's
`?m=1`, AMP twins.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urljoin, urlsplit, urlunsplit

MAX_URL_LENGTH = 2083
"""Characters. sitemaps.org allows 2,048; longer addresses on news sites are traps, not articles."""

_TRACKING = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_cid mc_eid _ga _gl "
    "_hsenc _hsmi mkt_tok oly_enc_id oly_anon_id vero_id wickedid spm s_kwcid fb_action_ids fb_action_types "
    "fb_source ref_src ref_url replytocom share nb amp outputtype output_type __twitter_impression "
    "ampshare amp_js_v usqp noamp".split()
)
_TRACKING_PREFIXES = ("utm_", "at_", "pk_", "mtm_", "hsa_", "stm_")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_UNRESERVED = re.compile(r"%([0-9A-Fa-f]{2})")
_AMP_PATH = re.compile(r"(?<=.)/amp/?$|\.amp$")


def absolute_url(link: str, base: str | None = None) -> str | None:
    """`link` made absolute against `base`, or None where it is no http(s) address of usable length."""
    try:
        url = urljoin(base, link.strip()) if base else link.strip()
        parts = urlsplit(url)
        _ = parts.port  # a port that is no number raises here
    except ValueError:
        return None
    if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname or len(url) > MAX_URL_LENGTH:
        return None
    return url


def canonical_url(url: str) -> str:
    """`url` in normal form, still an address that the portal answers: the one the archive files under.

    Scheme and host in lower case, no default port, no fragment, no dot segments, percent-encoding in one
    form; tracking parameters, `?m=1` and AMP marks dropped. The order of the other parameters is kept.
    An address that can't be read as http(s) comes back as it was.

    >>> canonical_url("HTTPS://Kaltim.example:443/a/b/amp/?utm_source=wa&id=7#komentar")
    'https://kaltim.example/a/b/?id=7'
    """
    absolute = absolute_url(url)
    if absolute is None:
        return url
    parts = urlsplit(absolute)
    scheme = parts.scheme.lower()
    host = (parts.hostname or "").rstrip(".")
    host = f"[{host}]" if ":" in host else host
    port = "" if parts.port in (None, _DEFAULT_PORTS[scheme]) else f":{parts.port}"
    path = _plain_path(urlsplit(urljoin(absolute, parts.path or "/")).path)
    return urlunsplit((scheme, host + port, path, _plain_query(parts.query), ""))


def _plain_path(path: str) -> str:
    path = _UNRESERVED.sub(_one_form, quote(path, safe="/%:@!$&'()*+,;=~-._"))
    cut = _AMP_PATH.sub("", path)
    return cut + ("/" if cut != path and path.endswith("/") else "") or "/"


def _one_form(escape: re.Match[str]) -> str:
    character = unquote(escape.group())
    plain = len(character) == 1 and character.isascii() and (character.isalnum() or character in "-._~")
    return character if plain else escape.group().upper()


def _plain_query(query: str) -> str:
    if not query:
        return ""
    kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if not _is_tracking(*pair)]
    return urlencode(kept)


def _is_tracking(name: str, value: str) -> bool:
    name = name.lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES) or (name == "m" and value in ("0", "1"))


def url_key(url: str) -> str:
    """The key under which all variants of one article's address are one: equal keys, one article.

    Made of the canonical URL without its scheme, a leading `www.`, `m.` or `amp.`, and a trailing slash;
    the parameters are sorted. Never fetched, only compared.

    >>> url_key("http://www.kaltim.example/2025/banjir/") == url_key("https://m.kaltim.example/2025/banjir?m=1")
    True
    """
    parts = urlsplit(canonical_url(url))
    host = re.sub(r"^(?:www|m|amp)\.(?=[^.]+\.)", "", parts.netloc)
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}"


def host_of(url: str) -> str:
    """The host of `url` in lower case without port, or '' where it has none."""
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
