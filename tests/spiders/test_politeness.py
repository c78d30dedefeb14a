"""What a portal's server sees of a crawl: who asks, for what, how often."""

from itertools import pairwise
from typing import Any

from kaltimcrawl import __version__

PLAIN = {"Content_Type": "text/plain"}


def test_the_crawler_says_who_it_is_and_where_to_complain(site: Any, crawl: Any) -> None:
    site.put_news(1)
    crawl(site.portal())
    agents = {hit.headers["User-Agent"] for hit in site.hits}
    assert len(agents) == 1
    assert agents.pop().startswith(f"kaltimcrawl/{__version__} (+https://")
    assert not any("Cookie" in hit.headers for hit in site.hits)


def test_robots_txt_is_asked_first_and_what_it_forbids_is_never_asked(site: Any, crawl: Any) -> None:
    paths = [*site.put_news(2), "/rahasia/berita-9/"]
    site.put_article(paths[-1], 9)
    site.put_feed("/feed/", paths)
    site.put("/robots.txt", b"User-agent: kaltimcrawl\nDisallow: /rahasia/\n", **PLAIN)
    outcome = crawl(site.portal())
    assert site.paths() == ["/robots.txt", "/feed/", *paths[:2]]
    assert outcome.rows("select url, state from frontier where state <> 'held'") == [
        (site.url + paths[2], "excluded")
    ]
    assert outcome.results[0]["errors"] == 0


def test_a_robots_txt_that_the_server_fails_to_give_closes_the_host(site: Any, crawl: Any) -> None:
    site.put_news(1)
    site.put("/robots.txt", b"rusak", 503)
    outcome = crawl(site.portal())
    assert site.paths() == ["/robots.txt"] * 3
    assert outcome.results[0]["status"] == "failed"
    [(kind, message)] = outcome.rows("select kind, message from crawl_errors")
    assert kind == "network"
    assert message.startswith(f"{site.url}/robots.txt can't be read (503 ")


def test_a_host_without_robots_txt_is_open_even_if_its_error_page_reads_like_one(
    site: Any, crawl: Any
) -> None:
    paths = site.put_news(1)
    site.put("/robots.txt", b"User-agent: *\nDisallow: /\n", 404)
    crawl(site.portal())
    assert site.paths() == ["/robots.txt", "/feed/", *paths]


def test_one_request_at_a_time_and_the_delay_counts_from_the_end_of_the_last(site: Any, crawl: Any) -> None:
    site.put_news(4, after_s=0.3)
    crawl(site.portal(delay=0.2))
    assert len(site.hits) == 6
    assert min(later.began - earlier.ended for earlier, later in pairwise(site.hits)) >= 0.2


def test_crawl_delay_of_robots_txt_is_kept_where_it_is_longer_than_the_portals(site: Any, crawl: Any) -> None:
    site.put_news(3)
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 0.4\n", **PLAIN)
    crawl(site.portal(delay=0.1))
    assert len(site.hits) == 5
    assert min(later.began - earlier.ended for earlier, later in pairwise(site.hits)) >= 0.4


def test_a_crawl_delay_of_an_hour_is_taken_as_a_refusal(site: Any, crawl: Any) -> None:
    site.put_news(1)
    site.put("/robots.txt", b"User-agent: *\nCrawl-delay: 3600\n", **PLAIN)
    outcome = crawl(site.portal())
    assert site.paths() == ["/robots.txt"]
    assert outcome.rows("select kind, message from crawl_errors") == [
        (
            "robots",
            f"{site.url}/robots.txt asks for 3600 s between requests; more than 600 s is taken as a refusal",
        )
    ]


def test_portals_that_share_a_host_take_turns(site: Any, crawl: Any) -> None:
    paths = site.put_news(3, after_s=0.05)
    site.put_feed("/a/feed/", paths[:1])
    site.put_feed("/b/feed/", paths[1:])
    crawl(
        site.portal(slug="a", doors={"feeds": [site.url + "/a/feed/"]}),
        site.portal(slug="b", doors={"feeds": [site.url + "/b/feed/"]}),
    )
    assert len(site.hits) == 7
    assert all(later.began >= earlier.ended for earlier, later in pairwise(site.hits))


def test_a_private_address_is_not_asked_unless_the_portals_file_allows_it(site: Any, crawl: Any) -> None:
    site.put_news(1)
    hosts = ("127.0.0.1", "localhost", "[::1]", "127.1", "0.0.0.0")  # noqa: S104
    portals = []
    for number, host in enumerate(hosts):
        home = site.url.replace("127.0.0.1", host)
        doors = {"feeds": [home + "/feed/"]}
        portals.append({"slug": f"uji-{number}", "home": home, "doors": doors, "allow_private": False})
    outcome = crawl(*portals)
    assert site.hits == []
    assert [one["status"] for one in outcome.results] == ["failed"] * 5
    errors = outcome.rows("select kind, message from crawl_errors")
    assert [kind for kind, _ in errors] == ["private"] * 5
    told = "is no public address; allow_private in the portal's file allows it"
    assert all(message.endswith(told) for _, message in errors)


def test_a_redirect_to_another_host_is_not_followed(site: Any, crawl: Any) -> None:
    site.put_news(1)
    other = site.url.replace("127.0.0.1", "localhost")
    site.put("/2025/06/02/berita-0/", status=302, Location=other + "/iklan/")
    outcome = crawl(site.portal())
    assert site.paths() == ["/robots.txt", "/feed/", "/2025/06/02/berita-0/"]
    assert outcome.rows("select url, kind from crawl_errors") == [
        (site.url + "/2025/06/02/berita-0/", "redirect")
    ]


def test_redirects_end(site: Any, crawl: Any) -> None:
    site.put_news(1)
    site.put("/2025/06/02/berita-0/", status=302, Location="/2025/06/02/berita-0/")
    outcome = crawl(site.portal())
    assert len(site.hits) == 2 + 6
    assert outcome.rows("select kind, message from crawl_errors") == [
        ("redirect", "max redirections reached")
    ]


def test_transient_errors_are_tried_again_and_a_404_is_not(site: Any, crawl: Any) -> None:
    site.put_news(3)
    site.put("/2025/06/02/berita-0/", b"rusak", 500)
    site.put("/2025/06/02/berita-1/", b"hilang", 404)
    site.put_article("/2025/06/02/berita-2/", 2, first=(503,))
    outcome = crawl(site.portal())
    paths = site.paths()
    assert [paths.count(f"/2025/06/02/berita-{number}/") for number in range(3)] == [3, 1, 2]
    assert sorted(outcome.rows("select url, kind, message from crawl_errors")) == [
        (site.url + "/2025/06/02/berita-0/", "http", "500 Internal Server Error"),
        (site.url + "/2025/06/02/berita-1/", "http", "404 Not Found"),
    ]


def test_a_portal_that_only_refuses_is_left_alone_after_ten(site: Any, crawl: Any) -> None:
    paths = site.put_news(25)
    for path in paths:
        site.put(path, b"pergi", 403)
    outcome = crawl(site.portal())
    assert outcome.results[0]["status"] == "failed"
    assert 10 <= len(site.hits) - 2 <= 11
    assert outcome.rows("select count(*) from frontier where state = 'due'")[0][0] >= 14
