import json
from datetime import UTC, datetime

import pytest

from kaltimcrawl.discovery import Candidate, read_posts
from kaltimcrawl.errors import DiscoveryError

URL = "https://kaltim.example/wp-json/wp/v2/posts?per_page=100"
POSTS = [
    {
        "id": 7,
        "date": "2025-05-12T14:30:00",
        "date_gmt": "2025-05-12T06:30:00",
        "modified_gmt": "2025-05-12T07:00:00",
        "link": "https://kaltim.example/2025/05/12/banjir/",
        "title": {"rendered": "Banjir &#8220;tahunan&#8221; di <em>Sebulu</em> &amp; Muara Kaman"},
    },
    {
        "id": 8,
        "link": "https://kaltim.example/2025/05/11/jalan/",
        "title": None,
        "date_gmt": "0000-00-00T00:00:00",
    },
    {"id": 9, "link": False},
    "bukan tulisan",
]
CANDIDATES = [
    Candidate(
        "https://kaltim.example/2025/05/12/banjir/",
        URL,
        datetime(2025, 5, 12, 7, 0, tzinfo=UTC),
        datetime(2025, 5, 12, 6, 30, tzinfo=UTC),
        "Banjir “tahunan” di Sebulu & Muara Kaman",
        is_article=True,
    ),
    Candidate("https://kaltim.example/2025/05/11/jalan/", URL, is_article=True),
]
BODY = json.dumps(POSTS).encode()
WARNING = (
    b"<br />\n<b>Warning</b>: include() [<a href='function.include'>x</a>] in {a.php} on line [12]<br />\n"
)


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        b"\xef\xbb\xbf" + BODY,
        b"\n" + BODY,
        WARNING + BODY,
        BODY + WARNING,
        b"\xef\xbb\xbf" * 2 + WARNING + BODY,
    ],
    ids=["plain", "mark", "blank line", "warning before", "warning after", "two marks and a warning"],
)
def test_posts_become_candidates_whatever_stands_around_the_json(body):
    assert read_posts(body, URL) == CANDIDATES


def test_no_posts_are_no_error():
    assert read_posts(b"[]", URL) == []


def test_the_page_after_the_last_names_nothing():
    body = b'{"code":"rest_post_invalid_page_number","message":"Nomor halaman","data":{"status":400}}'
    assert read_posts(body, URL) == []


NO_POSTS = {
    b'{"code":"rest_no_route","message":"Tidak ada rute."}': "answers 'Tidak ada rute.'",
    b'{"hello": 1}': "a JSON object",
    b"<!DOCTYPE html><html></html>": "an HTML page",
    b"": "no JSON",
    b"[1, 2": "no JSON",
    b"[" * 200_000: "no JSON",
    b'[{"a":' * 100_000: "no JSON",
    b"[ " * 40_000: "no JSON",
}


@pytest.mark.parametrize("body", NO_POSTS, ids=range(len(NO_POSTS)))
def test_what_is_no_list_of_posts_is_told_in_one_line(body):
    with pytest.raises(DiscoveryError) as told:
        read_posts(body, URL)
    assert str(told.value) == f"{URL}: {NO_POSTS[body]}; expected a JSON list of posts (WordPress REST API)"
