import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

ADDRESS = "https://kabarhulu.example/2025/05/12/banjir-surut/"
PARAGRAPHS = [
    "SAMARINDA – Air di lima kelurahan mulai surut pada Senin pagi setelah hujan berhenti sejak semalam, "
    "dan sebagian warga sudah kembali ke rumah untuk membersihkan lumpur.",
    "Petugas mencatat ketinggian air tersisa dua puluh sentimeter di jalan utama, sementara pompa tetap "
    "dijalankan sampai seluruh permukiman kering kembali.",
    "Dapur umum di balai kelurahan dibuka tiga hari lagi untuk warga yang belum bisa memasak di rumah, "
    "kata ketua rukun tetangga setempat saat ditemui.",
]
PAGE = f"""<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Banjir Surut di Lima Kelurahan - Kabar Hulu</title>
<meta property="og:type" content="article"><meta property="og:title" content="Banjir Surut di Lima Kelurahan">
<meta property="article:published_time" content="2025-05-12T14:30:00+08:00"><link rel="canonical" href="{ADDRESS}">
</head><body><nav><a href="/">Beranda</a> <a href="/samarinda">Samarinda</a></nav><article>
<h1 class="entry-title">Banjir Surut di Lima Kelurahan</h1><div class="entry-content">
{"".join(f"<p>{text}</p>" for text in PARAGRAPHS)}</div></article><footer>Hak cipta Kabar Hulu</footer></body></html>"""


@pytest.fixture
def page(tmp_path):
    file = tmp_path / "banjir.html"
    file.write_text(PAGE, encoding="utf-8")
    return file


def test_a_file_gives_the_article_as_json(command, page):
    ended = command("extract", page, "--url", f"{ADDRESS}?utm_source=wa")
    read = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert read["url"] == f"{ADDRESS}?utm_source=wa"
    assert read["canonical_url"] == ADDRESS
    assert read["title"] == "Banjir Surut di Lima Kelurahan"
    assert read["published"] == "2025-05-12T14:30:00+08:00"
    assert read["dateline"] == "SAMARINDA"
    assert read["text"] == "\n\n".join(PARAGRAPHS)
    assert read["editors"] == []
    assert read["subtitle"] is None


def test_standard_input_gives_markdown(command):
    ended = command("extract", "-", "--format", "markdown", stdin=None, input=PAGE)
    head, _, body = ended.stdout.partition("\n\nSAMARINDA")
    assert ended.returncode == 0
    assert head.splitlines()[0] == "# Banjir Surut di Lima Kelurahan"
    assert f"SAMARINDA{body}" == "\n\n".join(PARAGRAPHS) + "\n"


def test_text_ends_with_the_last_paragraph(command, page):
    ended = command("extract", page, "--format", "text")
    assert ended.stdout.endswith("\n\n" + "\n\n".join(PARAGRAPHS) + "\n")


def test_nothing_is_archived(command, page, tmp_path):
    command("extract", page)
    assert list((tmp_path / "empty").iterdir()) == []


@pytest.fixture
def address():
    class Answer(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            body = PAGE.encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

    with HTTPServer(("127.0.0.1", 0), Answer) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/banjir"
        server.shutdown()


def test_a_url_is_fetched_and_read(command, address):
    ended = command("extract", address, "--allow-private")
    read = json.loads(ended.stdout)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert (read["url"], read["text"]) == (address, "\n\n".join(PARAGRAPHS))


def test_a_url_on_this_machine_is_refused_unless_allowed(command, address):
    ended = command("extract", address)
    line = "kaltimcrawl: 127.0.0.1: a private address (127.0.0.1); --allow-private permits it\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", line)


def test_a_page_that_is_no_article_exits_1(command, tmp_path):
    front = tmp_path / "front.html"
    front.write_text("<title>Beranda</title><ul><li><a href=/a>Berita satu</a></ul>")
    ended = command("extract", front)
    line = f"kaltimcrawl: {front}: no article in it (a front page, a listing, or no news page)\n"
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, "", line)


@pytest.mark.parametrize(
    "body", [b"\x00\xff\xfe" * 500, b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, b"<" * 9999]
)
def test_any_bytes_end_in_a_line(command, tmp_path, body):
    odd = tmp_path / "odd.html"
    odd.write_bytes(body)
    ended = command("extract", odd)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1


def test_what_can_not_be_read_exits_2_with_a_line(words, tmp_path):
    (tmp_path / "leer.html").touch()
    (tmp_path / "pages.warc").write_bytes(b"WARC/1.1\r\n")
    for wrong, line in [
        (["missing.html"], "missing.html: no such file"),
        ([tmp_path / "leer.html"], f"{tmp_path}/leer.html: the file is empty"),
        ([tmp_path], f"{tmp_path}: a folder; name the files in it"),
        (
            [tmp_path / "pages.warc"],
            f"{tmp_path}/pages.warc: holds many pages; `kaltimcrawl ingest {tmp_path}/pages.warc` archives their articles",
        ),
        (["ftp://kaltim.example/x"], "ftp://kaltim.example/x: not an http or https address"),
        (["missing.html", "--url", "kaltim.example"], "--url kaltim.example: not an http or https address"),
    ]:
        ended = words("extract", *wrong)
        assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"kaltimcrawl: {line}\n")


def test_nothing_on_standard_input_is_told(command):
    ended = command("extract", "-")
    assert (ended.returncode, ended.stderr) == (2, "kaltimcrawl: standard input: empty\n")


def test_what_speaks_against_the_text_is_told_beside_it(command, tmp_path):
    data = json.dumps(
        {"@type": "NewsArticle", "headline": "Banjir Surut di Lima Kelurahan", "wordCount": 4000}
    )
    file = tmp_path / "banjir.html"
    file.write_text(
        PAGE.replace("</head>", f'<script type="application/ld+json">{data}</script></head>'), "utf-8"
    )
    ended = command("extract", file, "--format", "text")
    assert ended.returncode == 0
    assert ended.stderr.startswith(f"kaltimcrawl: {file}: ")
