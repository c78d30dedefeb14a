import pickle
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kaltimcrawl.errors import InputError, PortalError
from kaltimcrawl.portals import Doors, Portal, find_portal, load_portal, load_portals

FILE = "portals/kabarhulu.toml"


def test_a_name_and_a_home_page_are_a_portal(load):
    assert load() == Portal(
        slug="kabarhulu",
        name="Kabar Hulu",
        home="https://kabarhulu.example/",
        region="",
        timezone=ZoneInfo("Asia/Makassar"),
        delay=1.0,
        allow_private=False,
        doors=Doors(),
        rules=(),
        file=Path(FILE),
    )


def test_the_home_page_is_put_in_normal_form(load):
    assert load(head='name = "A"\nhome = "HTTPS://Kabarhulu.example"\n').home == "https://kabarhulu.example/"


def test_a_portal_goes_whole_to_another_process(load):
    portal = load("[discovery]\narticle_url = '/\\d+/'\n[extraction]\ntitle = ['css: h1']")
    assert pickle.loads(pickle.dumps(portal)) == portal  # noqa: S301


def test_zone_and_delay_come_from_the_file_before_the_family_before_the_default(load):
    family = 'timezone = "Asia/Jakarta"\ndelay = 3\n'
    own = load('timezone = "Asia/Jayapura"\ndelay = 0\n', family)
    assert (own.timezone, own.delay) == (ZoneInfo("Asia/Jayapura"), 0)
    theirs = load("", family)
    assert (theirs.timezone, theirs.delay) == (ZoneInfo("Asia/Jakarta"), 3.0)


def test_a_private_home_page_is_let_in_where_the_file_says_so(load):
    portal = load(head='name = "Demo"\nhome = "http://127.0.0.1:8000/"\nallow_private = true\n')
    assert (portal.home, portal.allow_private) == ("http://127.0.0.1:8000/", True)


def test_a_browser_makes_pages_only_where_the_file_asks_for_it(load):
    assert load("render = true").render
    assert not load("").render


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("nama = 1", "nama: unknown key; did you mean 'name'?"),
        ("feeds = []", "feeds: unknown key; it belongs under [discovery]"),
        ("title = []", "title: unknown key; it belongs under [extraction]"),
        ("[discovery]\ndelay = 2", "discovery.delay: unknown key; it belongs at the top of the file, before the first [table]"),
        ("[discovery]\nfeed = []", "discovery.feed: unknown key; did you mean 'feeds'?"),
        ("[discovery]\ntitle = []", "discovery.title: unknown key; it belongs under [extraction]"),
        (
            "[discovery]\nrss = []",
            "discovery.rss: unknown key; known are feeds, sitemaps, wordpress, listings, archives, next, article_url",
        ),
        ("[extraction]\ntitel = []", "extraction.titel: unknown key; did you mean 'title'?"),
        ("[[extraction]]\n[[extraction]]\ntitel = []", "extraction[2].titel: unknown key; did you mean 'title'?"),
        ('[discovery]\n"fe\\neds" = []', "discovery.'fe\\neds': unknown key; did you mean 'feeds'?"),
    ],
)  # fmt: skip
def test_a_wrong_key_is_told_with_the_right_one(message, text, line):
    assert message(text) == f"{FILE}: {line}"


STRINGS = 'expected a list of strings, as ["…", "…"]'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("region = 7", 'region: expected a city, regency or province, as "Balikpapan", got a whole number: 7'),
        ("timezone = 8", 'timezone: expected an IANA time zone, as "Asia/Makassar", got a whole number: 8'),
        ("delay = '5'", "delay: expected a number of seconds, got a string: '5'"),
        ("delay = true", "delay: expected a number of seconds, got a boolean: true"),
        ("delay = 08:00:00", "delay: expected a number of seconds, got a time: 08:00:00"),
        ("allow_private = 1", "allow_private: expected true or false, got a whole number: 1"),
        ("render = 'ya'", "render: expected true or false, got a string: 'ya'"),
        ("family = []", "family: expected the name of a family's file without .toml, got a list"),
        ("discovery = 1", "discovery: expected a table, as [discovery], got a whole number: 1"),
        ("extraction = 1.5", "extraction: expected a table, as [extraction], or several, as [[extraction]], got a number: 1.5"),
        ("extraction = [1]", "extraction[1]: expected a table, as [extraction], or several, as [[extraction]], got a whole number: 1"),
        ("[discovery]\nfeeds = 'x'", f"discovery.feeds: {STRINGS}, got a string: 'x'"),
        ("[discovery]\nfeeds = ['x', 1]", f"discovery.feeds: {STRINGS}, and not all in it are strings"),
        ("[discovery]\nwordpress = []", 'discovery.wordpress: expected a URL, as "https://kaltim.example/wp-json/wp/v2/posts", got a list'),
        ("[discovery]\narticle_url = 1", f"discovery.article_url: {STRINGS}, got a whole number: 1"),
        ("[extraction]\ntitle = 'css: h1'", f"extraction.title: {STRINGS}, got a string: 'css: h1'"),
        ("[[extraction]]\n[[extraction]]\ntags = {}", f"extraction[2].tags: {STRINGS}, got a table"),
        ("[extraction]\nuntil = '2024-03-01'", "extraction.until: expected a date without quotes, as 2024-03-01, got a string: '2024-03-01'"),
        ("[extraction]\nuntil = 2024-03-01T00:00:00", "extraction.until: expected a date without quotes, as 2024-03-01, got a date with a time: 2024-03-01T00:00:00"),
        ("[extraction]\nstrip = ['a']", "extraction.strip: expected a table of a field's name and a regular expression, as { authors = '^Penulis:' }, got a list"),
        ("[extraction]\nstrip = { title = 1 }", "extraction.strip: expected a table of a field's name and a regular expression, as { authors = '^Penulis:' }, and not all in it are strings"),
    ],
)  # fmt: skip
def test_a_wrong_type_is_told_with_what_was_expected(message, text, line):
    assert message(text) == f"{FILE}: {line}"


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ('home = "https://a.example/"', 'name: missing; expected the portal\'s name, as "Kaltim Post"'),
        ('name = "A"', 'home: missing; expected the home page\'s URL, as "https://kaltim.example/"'),
        ('name = " "\nhome = "https://a.example/"', "name: expected a line of 1 to 200 characters, got ' '"),
        ('name = "a\\u001b[2J"\nhome = "https://a.example/"', "name: expected a line of 1 to 200 characters, got 'a\\x1b[2J'"),
        ('name = "A"\nhome = "a.example"', "home: 'a.example' is no URL; expected one as 'https://kaltim.example/'; did you mean 'https://a.example'?"),
        ('name = "A"\nhome = "ftp://a.example/"', "home: 'ftp://a.example/' is no URL; expected one as 'https://kaltim.example/'"),
        ('name = "A"\nhome = "https://me:pw@a.example/"', "home: 'https://me:pw@a.example/' holds a name or password; expected the address alone"),
    ],
)  # fmt: skip
def test_name_and_home_must_be_given_and_right(message, head, line):
    assert message(head=head) == f"{FILE}: {line}"


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "[::1]", "192.168.1.9", "10.1", "nas.local"])
def test_a_private_home_page_is_refused_with_the_line_that_lets_it_in(message, host):
    home = f"http://{host}/"
    remedy = "is on this machine or a private network; if that is meant, write allow_private = true"
    assert message(head=f'name = "A"\nhome = "{home}"\n') == f"{FILE}: home: '{home}' {remedy}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("delay = -1", "delay: expected seconds from 0 to 3600, got -1.0"),
        ("delay = 3601", "delay: expected seconds from 0 to 3600, got 3601.0"),
        ("delay = nan", "delay: expected seconds from 0 to 3600, got nan"),
        ("delay = inf", "delay: expected seconds from 0 to 3600, got inf"),
        ("timezone = 'Asia/Makasar'", "timezone: 'Asia/Makasar' is no IANA time zone; did you mean 'Asia/Makassar'?"),
        ("timezone = 'WITA'", "timezone: 'WITA' is no IANA time zone; did you mean 'Asia/Makassar'?"),
        ("timezone = 'wib'", "timezone: 'wib' is no IANA time zone; did you mean 'Asia/Jakarta'?"),
        ("timezone = 'xyz'", "timezone: 'xyz' is no IANA time zone, as Asia/Makassar"),
        ("timezone = '../UTC'", "timezone: '../UTC' is no IANA time zone; did you mean 'UTC'?"),
        ("timezone = ''", "timezone: '' is no IANA time zone, as Asia/Makassar"),
        ("family = 'wordpres'", "family: no family 'wordpres'; did you mean 'wordpress'?"),
        ("family = '../../x'", "family: no family '../../x'; known are antara, disway, jawapos, klik, tribun, wordpress"),
    ],
)  # fmt: skip
def test_a_wrong_value_is_told_with_what_was_expected(message, text, line):
    assert message(text) == f"{FILE}: {line}"


@pytest.mark.parametrize(
    ("family", "line"),
    [
        ("name = 'x'", "name: unknown key; it belongs in a portal's file, not in a family's"),
        ("delay = -1", "delay: expected seconds from 0 to 3600, got -1.0"),
        ("timezone = 'WIT'", "timezone: 'WIT' is no IANA time zone; did you mean 'Asia/Jayapura'?"),
        ("[discovery]\nfeeds = ['x']", "discovery.feeds: 'x' is no URL; expected one as 'https://kabarhulu.example/feed/'"),
        ("[extraction]\ntitle = ['h1']", "extraction.title: 'h1' must begin with one of jsonld, meta, css, xpath, as 'css: h1'"),
        ("[extraction", "line 1: Expected ']' at the end of a table declaration, and the file ends"),
    ],
)  # fmt: skip
def test_a_mistake_in_the_family_names_the_familys_file(message, family, line):
    assert message("", family) == f"portals/families/sungai.toml: {line}"


@pytest.mark.parametrize("name", ["Kabar.toml", "kabar_hulu.toml", "-x.toml", f"{'a' * 65}.toml"])
def test_a_files_name_must_be_a_slug(folder, name):
    (folder / name).write_text("")
    with pytest.raises(PortalError) as caught:
        load_portal(folder / name)
    expected = "the file's name is the portal's slug: expected a-z, 0-9 and '-' before .toml"
    assert str(caught.value) == f"portals/{name}: {expected}"


def test_a_file_of_ones_own_replaces_the_packages_and_others_come_besides(folder):
    (folder / "prokal.toml").write_text('name = "Prokal lain"\nhome = "https://prokal.example/"\n')
    (folder / "zaman.toml").write_text(
        'name = "Zaman"\nhome = "https://zaman.example/"\nfamily = "wordpress"\n'
    )
    (folder / "._zaman.toml").write_bytes(b"\x00\x05\x16\x07")  # macOS leaves these on foreign disks
    package, portals = load_portals(), load_portals(folder)
    assert list(portals) == sorted({*package, "zaman"})
    assert portals["prokal"].name == "Prokal lain"
    assert portals["zaman"].doors.feeds == ("https://zaman.example/feed/",)
    assert portals["sapos"] == package["sapos"]


def test_a_family_of_ones_own_goes_before_the_packages_but_not_under_its_portals(folder):
    (folder / "families" / "wordpress.toml").write_text("delay = 9\n")
    (folder / "zaman.toml").write_text(
        'name = "Zaman"\nhome = "https://zaman.example/"\nfamily = "wordpress"\n'
    )
    portals = load_portals(folder)
    assert (portals["zaman"].delay, portals["zaman"].doors.feeds) == (9.0, ())
    assert portals["akurasi"].delay == 1.0


def test_a_folder_of_zones_is_no_zone(message):
    assert message("timezone = 'Asia'").startswith(
        f"{FILE}: timezone: 'Asia' is no IANA time zone; did you mean"
    )


def test_a_folder_that_is_not_there_has_no_portals(tmp_path):
    assert load_portals(tmp_path / "none") == load_portals()


def test_a_portal_is_found_though_another_file_is_broken(folder):
    (folder / "rusak.toml").write_text("=")
    assert find_portal("prokal", folder) == load_portals()["prokal"]
    with pytest.raises(PortalError):
        load_portals(folder)


@pytest.mark.parametrize(
    ("slug", "line"),
    [
        ("tribunkaltim", "no portal 'tribunkaltim'; did you mean 'tribun-kaltim'?"),
        ("xyzzy", "no portal 'xyzzy'; 'kaltimcrawl portal list' names them"),
        ("../x\n", "no portal '../x\\n'; 'kaltimcrawl portal list' names them"),
        ("families/tribun", "no portal 'families/tribun'; 'kaltimcrawl portal list' names them"),
    ],
)
def test_an_unknown_portal_is_told_with_the_nearest(slug, line):
    with pytest.raises(InputError) as caught:
        find_portal(slug)
    assert str(caught.value) == line


KEYS = st.sampled_from(
    ["name", "home", "delay", "family", "timezone", "feeds", "next", "article_url", "wordpress", "title", "body", "drop",
     "strip", "until", "discovery", "extraction", "strip.title", "discovery.feeds", '"x y"', "a.b.c"]
)  # fmt: skip
VALUES = st.one_of(
    st.sampled_from(
        ['"css: h1"', "['css: h1[']", "['xpath: //a[', 'meta: x']", "['(a+)+']", '"https://a.example/{x}"', "nan", "-1", "{}",
         "[[]]", "2024-03-01", "[1, 'a']", "{title = '('}", '"wordpress"', '"\\u0000"', "'../..'"]
    ),
    st.text(max_size=20).map(lambda text: f"'{text}'"),
    st.text(max_size=20),
)  # fmt: skip
LINES = st.one_of(
    st.builds("{} = {}".format, KEYS, VALUES),
    KEYS.map("[{}]".format),
    KEYS.map("[[{}]]".format),
    st.text(max_size=30),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(LINES, max_size=8).map("\n".join), st.booleans())
def test_any_text_is_a_portal_or_one_line(folder, line_of, text, has_head):
    file = folder / "kabarhulu.toml"
    head = 'name = "A"\nhome = "https://a.example/"\n' if has_head else ""
    file.write_bytes((head + text).encode("utf-8", "surrogatepass"))
    line = line_of(lambda: load_portal(file))
    assert line.startswith((f"{FILE}: ", "kaltimcrawl/portals/families/")) or not line
    assert line.isprintable()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_one_line(folder, body):
    (folder / "kabarhulu.toml").write_bytes(body)
    with pytest.raises(PortalError, match=r"\Aportals/kabarhulu\.toml: [^\n]+\Z"):
        load_portal(folder / "kabarhulu.toml")
