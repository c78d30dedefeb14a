from __future__ import annotations

import gzip
import socket
from collections.abc import Callable
from typing import Any

import pytest

from kaltimcrawl.demo import DemoServer
from kaltimcrawl.demo.answer import Answer
from kaltimcrawl.demo.server import LOG_LENGTH, SiteServer

Ask = Callable[..., Any]
PATH = "/2025/05/12/komisi-iii-desak-perbaikan-jalan-poros-pesisir-sebelum-juli/"


def test_a_known_etag_answers_304_without_a_body(server: DemoServer, ask: Ask) -> None:
    first = ask(server.url + PATH)
    again = ask(server.url + PATH, If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "Content-Length" not in again.headers


@pytest.mark.parametrize("header", ["*", '"other", {etag}', "W/{etag}"])
def test_if_none_match_takes_lists_weak_tags_and_a_star(server: DemoServer, ask: Ask, header: str) -> None:
    etag = ask(server.url + PATH).headers["ETag"]
    assert ask(server.url + PATH, If_None_Match=header.format(etag=etag)).status == 304


def test_last_modified_is_the_publication_and_answers_304(server: DemoServer, ask: Ask) -> None:
    first = ask(server.url + PATH)
    assert first.headers["Last-Modified"] == "Mon, 12 May 2025 06:30:00 GMT"
    assert ask(server.url + PATH, If_Modified_Since=first.headers["Last-Modified"]).status == 304
    assert ask(server.url + PATH, If_Modified_Since="Mon, 12 May 2025 06:29:59 GMT").status == 200
    assert ask(server.url + PATH, If_Modified_Since="kemarin").status == 200


def test_the_etag_goes_before_the_date(server: DemoServer, ask: Ask) -> None:
    headers = {"If_None_Match": '"other"', "If_Modified_Since": "Mon, 12 May 2025 06:30:00 GMT"}
    assert ask(server.url + PATH, **headers).status == 200


@pytest.mark.parametrize("path", ["/feed/", "/sitemap_index.xml", "/robots.txt", "/category/daerah/", "/"])
def test_doors_answer_conditionally_too(server: DemoServer, ask: Ask, path: str) -> None:
    first = ask(server.url + path)
    assert ask(server.url + path, If_None_Match=first.headers["ETag"]).status == 304
    assert ask(server.url + path, If_Modified_Since=first.headers["Last-Modified"]).status == 304


def test_errors_have_no_validators(server: DemoServer, ask: Ask) -> None:
    reply = ask(server.url + "/tidak-ada/", If_None_Match="*")
    assert (reply.status, reply.headers["ETag"], reply.headers["Last-Modified"]) == (404, None, None)


def test_head_gives_the_headers_of_get_and_no_body(server: DemoServer, ask: Ask) -> None:
    got, head = ask(server.url + PATH), ask(server.url + PATH, "HEAD")
    assert (head.status, head.body) == (200, b"")
    for name in ("Content-Length", "Content-Type", "ETag", "Last-Modified"):
        assert head.headers[name] == got.headers[name]


def test_gzip_is_sent_where_it_is_accepted(server: DemoServer, ask: Ask) -> None:
    plain, packed = ask(server.url + PATH), ask(server.url + PATH, Accept_Encoding="br, gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["ETag"] == "W/" + plain.headers["ETag"]
    assert plain.headers["Vary"] == packed.headers["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in ask(server.url + PATH, Accept_Encoding="gzip;q=0").headers


def test_a_redirect_is_not_compressed_and_has_no_body(server: DemoServer, ask: Ask) -> None:
    reply = ask(server.url + PATH.rstrip("/"), Accept_Encoding="gzip")
    assert (reply.status, reply.body, reply.headers["Content-Length"]) == (301, b"", "0")


def test_other_methods_are_refused(server: DemoServer, ask: Ask) -> None:
    assert ask(server.url + PATH, "DELETE").status == 501


def test_a_connection_serves_several_requests(server: DemoServer) -> None:
    host, port = server.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        for _ in range(3):
            connection.sendall(b"HEAD /robots.txt HTTP/1.1\r\nHost: x\r\n\r\n")
            assert connection.recv(65536).startswith(b"HTTP/1.1 200 OK")


def test_requests_are_logged_and_the_terminal_stays_quiet(
    ask: Ask, capfd: pytest.CaptureFixture[str]
) -> None:
    with DemoServer() as server:
        ask(server.url + "/robots.txt")
        ask(server.url + "/tidak-ada/?x=1")
        host, port = server.url.removeprefix("http://").split(":")
        socket.create_connection((host, int(port))).close()
        assert server.requests == [("/robots.txt", 200), ("/tidak-ada/?x=1", 404)]
    assert capfd.readouterr() == ("", "")


def test_the_log_is_bounded() -> None:
    server = DemoServer()
    server._log.extend(("/", 200) for _ in range(LOG_LENGTH + 5))
    assert len(server.requests) == LOG_LENGTH == 100_000


def test_a_port_is_taken_where_it_is_free_and_else_another() -> None:
    with DemoServer() as first:
        port = int(first.url.rsplit(":", 1)[1])
        with DemoServer(port=port) as second:
            assert second.url != first.url
    with DemoServer(port=port) as third:
        assert third.url == f"http://127.0.0.1:{port}"


def test_there_is_no_address_before_the_server_runs() -> None:
    with pytest.raises(RuntimeError, match="no address before it is entered"):
        _ = DemoServer().url


def test_any_site_can_be_served(ask: Ask) -> None:
    class OnePage:
        def answer(self, target: str) -> Answer:
            return Answer(target.encode(), "text/plain")

    with SiteServer(lambda base: OnePage()) as server:
        assert ask(server.url + "/a?b=c").body == b"/a?b=c"
