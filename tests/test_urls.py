from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaltimcrawl.urls import (
    MAX_URL_LENGTH,
    absolute_url,
    canonical_url,
    host_of,
    is_private_host,
    url_key,
)

HOSTS = st.sampled_from(
    ["kaltim.example", "WWW.Kaltim.example", "m.kaltim.example", "www.www.kaltim.example", "bücher.example",
     "xn--bcher-kva.example.", "kaltim.example:443", "kaltim.example:8080", "user:pw@kaltim.example", "[::1]",
     "127.0.0.1", "exa%20mple.id"]
)  # fmt: skip
TAILS = st.text(alphabet="/.%amp24Ff?&=;+#:@é~ \\[]|utm_=1\x00\ud800", max_size=40)
URLS = st.builds(
    lambda scheme, host, tail: f"{scheme}://{host}{tail}", st.sampled_from(["http", "HTTPS"]), HOSTS, TAILS
)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTPS://Kaltim.Example", "https://kaltim.example/"),
        ("http://kaltim.example:80/a", "http://kaltim.example/a"),
        ("https://kaltim.example:8443/a", "https://kaltim.example:8443/a"),
        ("https://kaltim.example./a", "https://kaltim.example/a"),
        ("https://kaltim.example:/a", "https://kaltim.example/a"),
        ("https://redaksi:sandi@kaltim.example/a", "https://kaltim.example/a"),
        ("https://kaltim.example/a#komentar", "https://kaltim.example/a"),
        ("https://kaltim.example/a/../b/./c", "https://kaltim.example/b/c"),
        ("https://kaltim.example/a/b/..", "https://kaltim.example/a/"),
        ("https://kaltim.example/../../a", "https://kaltim.example/a"),
        ("https://kaltim.example/%2e%2E/a", "https://kaltim.example/a"),
        ("https://kaltim.example//lain.example/a", "https://kaltim.example//lain.example/a"),
        ("https://kaltim.example/a;b=1/c", "https://kaltim.example/a;b=1/c"),
    ],
)
def test_scheme_host_and_path_have_one_form(url, canonical):
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://kaltim.example/pasar%2Dpagi/%7Eana", "https://kaltim.example/pasar-pagi/~ana"),
        ("https://kaltim.example/caf%c3%a9", "https://kaltim.example/caf%C3%A9"),
        ("https://kaltim.example/café", "https://kaltim.example/caf%C3%A9"),
        ("https://kaltim.example/harga naik", "https://kaltim.example/harga%20naik"),
        ("https://kaltim.example/a%2Fb", "https://kaltim.example/a%2Fb"),
        ("https://kaltim.example/naik-50%", "https://kaltim.example/naik-50%25"),
        ("https://kaltim.example/%%34%31", "https://kaltim.example/%2541"),
        ("https://kaltim.example/%2541", "https://kaltim.example/%2541"),
        ("https://kaltim.example/?q=caf%E9", "https://kaltim.example/?q=caf%E9"),
    ],
)
def test_percent_encoding_has_one_form(url, canonical):
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://bücher.example/a", "https://xn--bcher-kva.example/a"),
        ("https://BÜCHER.example/a", "https://xn--bcher-kva.example/a"),
        ("https://xn--bcher-kva.example/a", "https://xn--bcher-kva.example/a"),
        ("http://[0:0::1]:80/a", "http://[::1]/a"),
        ("http://[::1]:8080/a", "http://[::1]:8080/a"),
    ],
)
def test_a_host_is_written_as_the_dns_has_it(url, canonical):
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    "query",
    [
        "a;b",
        "q",
        "q=",
        "=x",
        "a=1&&b=2",
        "b=2&a=1",
        "a=1&a=1",
        "cari=harga+naik",
        "filter[kota]=1|2",
        "p=1?2/3",
        "a=b=c",
    ],
)
def test_a_query_without_tracking_stays_as_it_is(query):
    assert canonical_url(f"https://kaltim.example/?{query}") == f"https://kaltim.example/?{query}"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("utm_source=wa&utm_medium=x", ""),
        ("id=7&utm_source=wa", "?id=7"),
        ("UTM_Source=wa&b=2&fbclid=x&a", "?b=2&a"),
        ("id=7&amp;utm_source=wa", "?id=7"),
        ("fbclid", ""),
        ("m=1", ""),
        ("m=0&page=2", "?page=2"),
        ("m=3", "?m=3"),
        ("utm%5Fsource=wa", ""),
        ("amp", ""),
        ("share=twitter&nb=1", ""),
        ("", ""),
    ],
)
def test_tracking_parameters_are_dropped_and_the_others_kept_in_order(query, kept):
    assert canonical_url(f"https://kaltim.example/a?{query}") == f"https://kaltim.example/a{kept}"


@pytest.mark.parametrize(
    ("path", "plain"),
    [
        ("/a/amp", "/a"),
        ("/a/amp/", "/a/"),
        ("/a/amp/amp/", "/a/"),
        ("/a.html.amp", "/a.html"),
        ("/a.amp/amp", "/a"),
        ("/amp", "/amp"),
        ("/amp/", "/amp/"),
        ("/a/amp/.", "/a/"),
        ("/a/..amp", "/a/..amp"),
        ("/lampu/amplop", "/lampu/amplop"),
    ],
)
def test_amp_marks_are_dropped_at_the_end_of_a_path(path, plain):
    assert canonical_url(f"https://kaltim.example{path}") == f"https://kaltim.example{plain}"


@pytest.mark.parametrize(
    "text",
    ["", "banjir", "mailto:a@b.example", "javascript:void(0)", "http://", "http://[", "http://[::1", "http://a:x/",
     "http://a:99999/", "http://exa mple.id/", "http://a..id/", "ftp://a.example/", "http://a.example/\ud800",
     "http://" + "a" * 64 + ".id/", "http://a.id/" + "b" * MAX_URL_LENGTH, "http://a.id/" + "é" * 800],
)  # fmt: skip
def test_what_is_no_usable_address_comes_back_as_it_was(text):
    assert canonical_url(text) == text
    assert url_key(text) == text


@pytest.mark.parametrize(
    ("link", "base", "absolute"),
    [
        ("/a", "https://kaltim.example/b/", "https://kaltim.example/a"),
        ("//cdn.example/a", "https://kaltim.example/b/", "https://cdn.example/a"),
        ("?page=2", "https://kaltim.example/b", "https://kaltim.example/b?page=2"),
        (" https://kaltim.example/a\n", None, "https://kaltim.example/a"),
        ("https://kaltim.example/har\nga", None, "https://kaltim.example/harga"),
        ("https://kaltim.example/harga naik#x", None, "https://kaltim.example/harga naik#x"),
        ("/a", None, None),
        ("/a", "http://[", None),
        ("tel:0541", "https://kaltim.example/", None),
        ("https://kaltim example/", None, None),
        ("b" * 3000, "https://kaltim.example/", None),
    ],
)
def test_a_link_is_made_absolute_or_refused(link, base, absolute):
    assert absolute_url(link, base) == absolute


@pytest.mark.parametrize(
    "variant",
    [
        "https://kaltim.example/2025/banjir?a=1&b=x%20y",
        "http://kaltim.example/2025/banjir/?a=1&b=x%20y",
        "https://www.kaltim.example/2025/banjir?b=x+y&a=1",
        "https://m.kaltim.example/2025/banjir/?a=1&b=x%20y&m=1",
        "https://amp.kaltim.example/2025/banjir/amp/?b=x%20y&a=1&utm_source=wa",
        "https://kaltim.example:443/2025/./banjir//?&a=1&b=x%20y#komentar",
    ],
)
def test_variants_of_one_address_share_a_key(variant):
    assert url_key(variant) == "kaltim.example/2025/banjir?a=1&b=x%20y"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://kaltim.example/a", "https://kaltim.example/A"),
        ("https://kaltim.example/?p=1", "https://kaltim.example/?p=2"),
        ("https://kaltim.example/?q=%E8", "https://kaltim.example/?q=%E9"),
        ("https://kaltim.example/a", "https://bontang.kaltim.example/a"),
        ("https://kaltim.example/a", "https://kaltim.example:8080/a"),
        ("https://kaltim.example/a%2Fb", "https://kaltim.example/a/b"),
    ],
)
def test_different_addresses_have_different_keys(one, other):
    assert url_key(one) != url_key(other)


def test_a_host_of_two_labels_keeps_its_first():
    assert url_key("https://m.co/a") == "m.co/a"


@given(st.one_of(URLS, st.text()))
@example("http://a.example/.amp")
@example("http://a.example/%%%3441")
@example("https://ﬀ.example/")
def test_canonical_url_is_idempotent_and_its_key_stable(text):
    canonical = canonical_url(text)
    assert canonical_url(canonical) == canonical
    assert url_key(canonical) == url_key(text) or canonical == text
    assert absolute_url(canonical) in (canonical, None)


@given(URLS)
def test_a_key_read_as_an_address_is_its_own_key(url):
    if absolute_url(url) is not None and canonical_url(url) != url:
        key = url_key(url)
        assert url_key(f"http://{key}") == key


@given(URLS)
def test_the_canonical_address_asks_the_same_host(url):
    if (absolute := absolute_url(url)) is not None:
        assert host_of(canonical_url(url)) == host_of(absolute) != ""


@given(st.one_of(st.text(), URLS), st.one_of(st.none(), st.text(), URLS))
def test_nothing_raises_on_any_text(text, base):
    host_of(text)
    url_key(text)
    is_private_host(text)
    url = absolute_url(text, base)
    assert url is None or (url.lower().startswith(("http://", "https://")) and len(url) <= MAX_URL_LENGTH)
    assert url is None or urlsplit(url).hostname


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Kaltim.example:8443/a", "www.kaltim.example"),
        ("http://[::1]:80/", "::1"),
        ("https://Bücher.example./", "xn--bcher-kva.example"),
        ("http://[", ""),
        ("/a", ""),
    ],
)
def test_host_of_is_the_bare_host(url, host):
    assert host_of(url) == host


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST.", "portal.localhost", "demo.local", "nas.lan", "intranet", "127.0.0.1", "127.1",
     "0x7f000001", "2130706433", "0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
     "100.64.0.1", "0.0.0.0", "224.0.0.1", "::1", "[::1]", "fe80::1", "fd00::1", "::ffff:127.0.0.1",  # noqa: S104
     "64:ff9b::7f00:1", "2002:7f00:1::", ""],
)  # fmt: skip
def test_loopback_and_private_hosts_are_told(host):
    assert is_private_host(host) is True


@pytest.mark.parametrize(
    "host", ["kaltim.example", "8.8.8.8", "2606:4700::1111", "127.0.0.1.example", "local.id"]
)
def test_public_hosts_are_told(host):
    assert is_private_host(host) is False
