import gzip
import socket
import ssl
import threading
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from kaltimcrawl.cli import one_page
from kaltimcrawl.cli.one_page import fetch_page
from kaltimcrawl.errors import InputError, KaltimcrawlError

PAGE = b"<html><title>Banjir surut</title><p>Air surut.</p></html>"


class _Answers(BaseHTTPRequestHandler):
    """One path a manner of answering."""

    def log_message(self, *_):
        pass

    def _send(self, status, body=b"", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        match self.path:
            case "/page":
                self._send(200, PAGE, Content_Type="text/html; charset=utf-8")
            case "/gzip":
                self._send(200, gzip.compress(PAGE), Content_Type="text/html", Content_Encoding="gzip")
            case "/bomb":
                self._send(200, gzip.compress(b"0" * 2**20), Content_Encoding="gzip")
            case "/moved":
                self._send(302, Location="/page")
            case "/round":
                self._send(302, Location="/round")
            case "/to-file":
                self._send(302, Location="file:///etc/hostname")
            case "/to-ftp":
                self._send(302, Location="ftp://127.0.0.1/x")
            case "/broken-off":
                self._send(200, PAGE, Content_Length=str(len(PAGE) + 100))
            case "/large":
                self._send(200, b"0" * 5000)
            case "/drip":
                self._send(200)
                while not self.server.over.wait(0.02):
                    self.wfile.write(b" ")
            case _:
                self._send(404)


@pytest.fixture
def server():
    with ThreadingHTTPServer(("127.0.0.1", 0), _Answers) as running:
        running.asked, running.over = [], threading.Event()
        running.handle_error = lambda *_: None
        running.home = f"http://127.0.0.1:{running.server_port}"
        threading.Thread(target=running.serve_forever, args=(0.01,), daemon=True).start()
        yield running
        running.over.set()
        running.shutdown()


def test_a_page_comes_with_its_address_type_and_bytes(server):
    page = fetch_page(f"{server.home}/page#komentar", allow_private=True)
    assert (page.url, page.content_type, page.body) == (
        f"{server.home}/page",
        "text/html; charset=utf-8",
        PAGE,
    )


def test_it_says_truthfully_who_asks_and_asks_for_nothing_else(server):
    fetch_page(f"{server.home}/page", allow_private=True)
    [(path, headers)] = server.asked
    assert path == "/page"
    assert headers["User-Agent"].startswith("kaltimcrawl/")
    assert "(+http" in headers["User-Agent"]


def test_a_compressed_page_is_unpacked(server):
    assert fetch_page(f"{server.home}/gzip", allow_private=True).body == PAGE


def test_a_redirect_is_followed_to_its_end(server):
    page = fetch_page(f"{server.home}/moved", allow_private=True)
    assert (page.url, page.body) == (f"{server.home}/page", PAGE)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "[::ffff:127.0.0.1]"]
)
def test_a_private_address_is_refused_before_anything_is_sent(host):
    with pytest.raises(InputError, match=r"a private address .*; --allow-private permits it"):
        fetch_page(f"http://{host}:9/")


def test_a_redirect_to_a_private_address_is_refused_too(server, monkeypatch):
    server_is_public = iter([True])
    monkeypatch.setattr(one_page, "_is_public", lambda _: next(server_is_public, False))
    with pytest.raises(InputError, match="a private address"):
        fetch_page(f"{server.home}/moved")
    assert [path for path, _ in server.asked] == ["/moved"]


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/x", "gopher://x/", "http://", "http://a:b/"]
)
def test_only_http_addresses_are_taken(url):
    with pytest.raises(InputError, match="not an http or https address"):
        fetch_page(url)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/gone", "the server answered 404 Not Found"),
        ("/round", "redirect"),
        ("/to-file", "not allowed"),
        ("/to-ftp", "unknown url type: ftp"),
        ("/broken-off", "the answer broke off"),
    ],
)
def test_what_fails_is_told_with_the_address(server, path, says):
    with pytest.raises(KaltimcrawlError) as told:
        fetch_page(f"{server.home}{path}", allow_private=True)
    line = str(told.value)
    assert line.startswith(f"{server.home}{path}: ")
    assert says in line
    assert "\n" not in line


@pytest.mark.parametrize("path", ["/large", "/bomb"])
def test_a_page_over_the_limit_is_refused_packed_or_not(server, monkeypatch, path):
    monkeypatch.setattr(one_page, "MAX_BYTES", 4000)
    with pytest.raises(KaltimcrawlError, match="larger than"):
        fetch_page(f"{server.home}{path}", allow_private=True)


def test_a_server_that_drips_for_ever_is_cut(server, monkeypatch):
    monkeypatch.setattr(one_page, "TOTAL_S", 0.3)
    with pytest.raises(KaltimcrawlError, match="no whole answer within"):
        fetch_page(f"{server.home}/drip", allow_private=True)


def test_a_port_where_nobody_listens_is_told():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(KaltimcrawlError, match="Connection refused"):
        fetch_page(f"http://127.0.0.1:{port}/", allow_private=True)


@pytest.fixture
def certificate(tmp_path):
    """A certificate for localhost that vouches for itself, and its key, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    plain = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    file = tmp_path / "localhost.pem"
    file.write_bytes(plain + made.public_bytes(pem))
    return file


@pytest.fixture
def sealed(server, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    return f"https://localhost:{server.server_port}"


def test_https_is_spoken_with_a_server_whose_certificate_is_trusted(sealed, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert fetch_page(f"{sealed}/page", allow_private=True).body == PAGE


def test_a_certificate_that_nobody_vouches_for_is_told(sealed):
    with pytest.raises(KaltimcrawlError, match="its certificate can't be trusted"):
        fetch_page(f"{sealed}/page", allow_private=True)
