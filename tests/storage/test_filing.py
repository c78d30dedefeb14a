"""What is new, what is a revision, what is only seen again: whatever order captures come in."""

# ruff: noqa: S608 - names of tables are our own
from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kaltimcrawl.extraction import Origin
from kaltimcrawl.storage import Archive, Filing, content_digest

REVISIONS = "select number, seen, text from article_revisions order by article_id, number"
PAGES = """
select number, revision_captures.seen, position, record_id
from revision_captures
join article_revisions on article_revisions.id = revision_id
left join captures on captures.id = capture_id
order by article_id, number, revision_captures.seen, position
"""


def at(seconds: int) -> str:
    return f"2025-05-12T06:30:{seconds:02}Z"


def record(number: int) -> str:
    return f"<urn:uuid:00000000-0000-4000-8000-{number:012}>"


def index_is_true(archive: Archive) -> bool:
    """Raises where the full-text index and the articles differ (https://sqlite.org/fts5.html, 6.4)."""
    archive.execute("insert into articles_fts (articles_fts, rank) values ('integrity-check', 1)")
    return True


def test_a_new_article_is_stored_with_all_that_was_read(archive, desk):
    article = desk.article(
        "SAMARINDA – Banjir surut.\nWarga pulang.",
        subtitle="Air turun",
        modified=datetime(2025, 5, 12, 8, 0, tzinfo=UTC),
        modified_raw="12 Mei",
        is_advertorial=True,
        advertorial_reason="(rin/adv/DPRD)",
        sponsor="DPRD",
        signoff="(rin/adv/DPRD)",
        initials=("rin",),
        photographers=("Dewi",),
        agency="ANTARA",
        correction="Ralat: air turun.",
        method="marks",
        confidence=0.75,
        warnings=("the body lacks the description",),
    )
    assert desk.file(archive, article, desk.capture(7)) == "new"
    (row,) = archive._database["articles"].rows
    assert row == {
        "id": 1,
        "url": desk.url,
        "canonical_url": desk.url,
        "url_key": "kabar.example/2025/05/banjir",
        "portal": "kabar",
        "title": "Banjir Surut",
        "subtitle": "Air turun",
        "text": "SAMARINDA – Banjir surut.\n\nWarga pulang.",
        "html": "<p>SAMARINDA – Banjir surut.</p><p>Warga pulang.</p>",
        "section": "Kota",
        "dateline": "SAMARINDA",
        "authors": "Rina",
        "published": "2025-05-12T14:30:00+08:00",
        "published_utc": "2025-05-12T06:30:00Z",
        "published_raw": "Senin, 12 Mei 2025 | 14:30 WITA",
        "published_precision": "minute",
        "published_month": "2025-05",
        "modified": "2025-05-12T08:00:00+00:00",
        "modified_raw": "12 Mei",
        "language": "id",
        "is_advertorial": 1,
        "signoff": "(rin/adv/DPRD)",
        "lead_image": "https://kabar.example/a.jpg",
        "word_count": 6,
        "revisions": 1,
        "first_seen": at(0),
        "last_seen": at(0),
        "capture_id": 1,
        "agency": "ANTARA",
        "advertorial_reason": "(rin/adv/DPRD)",
        "sponsor": "DPRD",
        "initials": "rin",
        "correction": "Ralat: air turun.",
        "method": "marks",
        "confidence": 0.75,
        "warnings": '["the body lacks the description"]',
        "certainty": "medium",
        "gone": None,
    }
    (revision,) = archive._database["article_revisions"].rows
    assert revision == {
        "id": 1,
        "article_id": 1,
        "number": 1,
        "seen": at(0),
        "digest": content_digest(article),
        "title": "Banjir Surut",
        "subtitle": "Air turun",
        "text": row["text"],
        "html": row["html"],
        "published": "2025-05-12T14:30:00+08:00",
        "modified": "2025-05-12T08:00:00+00:00",
        "authors": "Rina",
        "section": "Kota",
        "tags": '["banjir", "Samarinda"]',
        "provenance": '{"title": {"disagreeing": [], "place": "jsonld: headline", "raw": "Banjir Surut"}}',
        "extractor": "kaltimcrawl/0.1.0",
        "method": "marks",
        "confidence": 0.75,
        "warnings": '["the body lacks the description"]',
    }
    assert archive.rows(PAGES) == [(1, at(0), 0, record(7))]
    assert archive.rows("select position, name, role from bylines") == [
        (0, "Rina", "author"),
        (1, "Budi", "editor"),
        (2, "Dewi", "photographer"),
    ]
    assert archive.rows("select name from article_tags join tags on tags.id = tag_id") == [
        ("banjir",),
        ("Samarinda",),
    ]
    assert archive.rows("select position, url, caption, credit from images") == [
        (0, "https://kabar.example/a.jpg", "Air surut", "Dok. BPBD")
    ]


def test_what_the_page_does_not_tell_is_null(archive, desk):
    bare = desk.article(
        authors=(), editors=(), published=None, published_raw=None, published_precision=None, section=None,
        tags=(), dateline=None, images=(), lead_image=None, language=None,
    )  # fmt: skip
    desk.file(archive, bare, desk.capture(1))
    columns = "authors, published, published_utc, published_month, section, dateline, lead_image, language"
    assert archive.rows(f"select {columns} from articles") == [(None,) * 8]
    assert archive.rows("select (select count(*) from bylines) + (select count(*) from article_tags)") == [
        (0,)
    ]


def test_the_same_text_again_is_no_revision_and_moves_last_seen(archive, desk):
    desk.file(archive, desk.article(), desk.capture(1))
    assert desk.file(archive, desk.article(), desk.capture(2, seconds=9)) == "unchanged"
    assert archive.rows(REVISIONS) == [(1, at(0), "SAMARINDA – Banjir surut.")]
    assert archive.rows(PAGES) == [(1, at(0), 0, record(1)), (1, at(9), 0, record(2))]
    assert archive.rows("select first_seen, last_seen, revisions, capture_id from articles") == [
        (at(0), at(9), 1, 2)
    ]


@pytest.mark.parametrize(
    "change", [{"title": "Banjir Naik"}, {"subtitle": "Air turun"}, {"text": "SAMARINDA – Banjir naik."}]
)
def test_another_title_subtitle_or_text_is_a_revision(archive, desk, change):
    desk.file(archive, desk.article(), desk.capture(1))
    assert desk.file(archive, desk.article(**change), desk.capture(2, seconds=9)) == "revision"
    assert archive.rows("select number, seen from article_revisions") == [(1, at(0)), (2, at(9))]
    assert archive.rows("select revisions from articles") == [(2,)]
    assert index_is_true(archive)


@pytest.mark.parametrize(
    "change",
    [
        {"section": "Olahraga", "authors": ("Lain",), "tags": ("baru",), "images": (), "lead_image": None},
        {"text": "SAMARINDA  –\tBanjir\u00a0 surut. "},
        {"html": "<p>SAMARINDA – <b>Banjir</b> surut.</p>"},
        {"published": None},
    ],
)
def test_another_thing_is_no_revision(archive, desk, change):
    desk.file(archive, desk.article(), desk.capture(1))
    assert desk.file(archive, desk.article(**change), desk.capture(2, seconds=9)) == "unchanged"


def test_the_newest_capture_s_metadata_stand_in_the_row(archive, desk):
    desk.file(archive, desk.article(), desk.capture(1))
    later = desk.article(section="Olahraga", authors=("Ani", "Budi"), editors=(), tags=("baru",), images=())
    desk.file(archive, later, desk.capture(2, seconds=9))
    desk.file(archive, desk.article(section="Lama", authors=("Kuno",)), desk.capture(3, seconds=5))
    assert archive.rows("select section, authors from articles") == [("Olahraga", "Ani, Budi")]
    assert archive.rows("select position, name, role from bylines") == [
        (0, "Ani", "author"),
        (1, "Budi", "author"),
    ]
    assert archive.rows("select name from article_tags join tags on tags.id = tag_id") == [("baru",)]
    assert archive.rows("select count(*) from images") == [(0,)]


def test_composed_and_decomposed_letters_are_one_text():
    from kaltimcrawl.extraction import Article

    composed, decomposed = (
        Article(url=None, canonical_url=None, title=t) for t in ("Andr\u00e9", "Andre\u0301")
    )
    assert content_digest(composed) == content_digest(decomposed)
    assert content_digest(composed) == sha256("Andr\u00e9\n\n".encode()).hexdigest()
    assert content_digest(composed) != content_digest(replace(composed, title="Andre"))


def test_what_moves_from_title_to_subtitle_is_another_text(desk):
    one, other = (
        desk.article(title="Banjir Surut", subtitle=""),
        desk.article(title="Banjir", subtitle="Surut"),
    )
    assert content_digest(one) != content_digest(other)


def test_half_surrogate_pairs_and_nul_are_stored_as_what_sqlite_can_hold(archive, desk):
    bad = "Banjir \ud83d surut\0"
    article = desk.article(
        bad, title=bad, subtitle=bad, html=bad, authors=(bad,), section=bad, tags=(bad, "a\ud800", "a\udfff"),
        published_raw=bad, provenance={"title": Origin("css: h1", bad)},
    )  # fmt: skip
    assert desk.file(archive, article, desk.capture(1)) == "new"
    good = "Banjir \ufffd surut"
    assert archive.rows("select title, text, authors, section, published_raw from articles") == [(good,) * 5]
    assert archive.rows("select name from tags") == [(good,), ("a\ufffd",)]
    digest = content_digest(desk.article(good, title=good, subtitle=good))
    assert archive.rows("select digest from article_revisions") == [(digest,)]
    assert desk.file(archive, article, desk.capture(2, seconds=1)) == "unchanged"
    assert index_is_true(archive)


def test_the_same_capture_twice_changes_nothing(archive, desk):
    desk.file(archive, desk.article(), desk.capture(1))
    desk.file(archive, desk.article("Lain."), desk.capture(2, seconds=5))
    before = state(archive)
    assert desk.file(archive, desk.article(), desk.capture(1)) == "unchanged"
    assert desk.file(archive, desk.article("Lain."), desk.capture(2, seconds=5)) == "unchanged"
    assert state(archive) == before


def test_a_capture_read_otherwise_gives_its_revision_the_new_text(archive, desk):
    """As by a better extractor: a page had one text at that time, not two."""
    desk.file(archive, desk.article("Iklan. Banjir surut."), desk.capture(1))
    desk.file(archive, desk.article("Iklan. Banjir naik."), desk.capture(2, seconds=5))
    assert desk.file(archive, desk.article("Banjir naik."), desk.capture(2, seconds=5)) == "revision"
    assert desk.file(archive, desk.article("Banjir surut."), desk.capture(1)) == "revision"
    assert archive.rows(REVISIONS) == [(1, at(0), "Banjir surut."), (2, at(5), "Banjir naik.")]
    assert archive.rows(PAGES) == [(1, at(0), 0, record(1)), (2, at(5), 0, record(2))]
    assert archive.rows("select text, revisions from articles") == [("Banjir naik.", 2)]
    assert index_is_true(archive)


def test_captures_read_alike_at_last_become_one_revision(archive, desk):
    for number, text in enumerate(("Banjir. 10 kali dibaca.", "Banjir. 11 kali dibaca.", "Banjir."), start=1):
        desk.file(archive, desk.article(text), desk.capture(number, seconds=number))
    for number in (1, 2):
        desk.file(archive, desk.article("Banjir."), desk.capture(number, seconds=number))
    assert archive.rows(REVISIONS) == [(1, at(1), "Banjir.")]
    assert archive.rows(PAGES) == [(1, at(n), 0, record(n)) for n in (1, 2, 3)]
    assert archive.rows("select revisions, first_seen, last_seen from articles") == [(1, at(1), at(3))]


def test_an_older_capture_that_differs_goes_before(archive, desk):
    desk.file(archive, desk.article("Baru."), desk.capture(2, seconds=9))
    assert desk.file(archive, desk.article("Lama."), desk.capture(1)) == "revision"
    assert archive.rows(REVISIONS) == [(1, at(0), "Lama."), (2, at(9), "Baru.")]
    assert archive.rows("select text, first_seen, last_seen, capture_id from articles") == [
        ("Baru.", at(0), at(9), 1)
    ]
    assert index_is_true(archive)


def test_an_older_capture_that_agrees_moves_the_revision_back(archive, desk):
    desk.file(archive, desk.article(section="Baru"), desk.capture(2, seconds=9))
    assert desk.file(archive, desk.article(section="Lama"), desk.capture(1)) == "unchanged"
    assert archive.rows("select number, seen, section from article_revisions") == [(1, at(0), "Lama")]
    assert archive.rows("select section, first_seen from articles") == [("Baru", at(0))]


def test_a_capture_between_two_of_one_text_makes_three_revisions(archive, desk):
    desk.file(archive, desk.article("Asli."), desk.capture(1, seconds=1))
    desk.file(archive, desk.article("Asli."), desk.capture(5, seconds=5))
    assert desk.file(archive, desk.article("Ralat."), desk.capture(3, seconds=3)) == "revision"
    assert archive.rows(REVISIONS) == [(1, at(1), "Asli."), (2, at(3), "Ralat."), (3, at(5), "Asli.")]
    assert archive.rows(PAGES) == [
        (1, at(1), 0, record(1)),
        (2, at(3), 0, record(3)),
        (3, at(5), 0, record(5)),
    ]
    assert archive.rows("select text, revisions from articles") == [("Asli.", 3)]


def test_an_article_of_several_pages_keeps_all_its_captures_in_order(archive, desk):
    pages = [desk.capture(number, f"{desk.url}/{number}", seconds=number) for number in (1, 2, 3)]
    assert desk.file(archive, desk.article("Satu.\nDua."), *pages) == "new"
    assert archive.rows(PAGES) == [(1, at(1), position, record(position + 1)) for position in range(3)]
    again = [desk.capture(number + 3, f"{desk.url}/{number}", seconds=number + 9) for number in (1, 2)]
    assert desk.file(archive, desk.article("Satu.\nDua."), *again) == "unchanged"
    assert archive.rows(PAGES)[3:] == [(1, at(10), 0, record(4)), (1, at(10), 1, record(5))]
    assert archive.rows("select capture_id from articles") == [(4,)]


def test_imported_text_has_no_capture_and_takes_none_away(archive, desk):
    assert desk.file(archive, desk.article(url="urn:sha256:ab")) == "new"
    assert desk.file(archive, desk.article(url="urn:sha256:ab")) == "unchanged"
    assert archive.rows(PAGES) == [(1, at(0), 0, None)]
    assert archive.rows("select url, canonical_url, url_key, capture_id from articles") == [
        ("urn:sha256:ab", "urn:sha256:ab", "urn:sha256:ab", None)
    ]
    desk.file(archive, desk.article("Lain."), desk.capture(1))
    archive.file(Filing("kabar", desk.article("Impor."), (), desk.start + timedelta(seconds=9)))
    assert archive.rows("select text, capture_id from articles where id = 2") == [("Impor.", 1)]


@pytest.mark.parametrize(
    "variant",
    [
        "http://www.kabar.example/2025/05/banjir/",
        "https://m.kabar.example/2025/05/banjir?m=1",
        "https://kabar.example/2025/05/banjir/amp/?utm_source=fb#komentar",
    ],
)
def test_variants_of_an_address_are_one_article(archive, desk, variant):
    assert desk.file(archive, desk.article(url=variant), desk.capture(1, variant)) == "new"
    assert desk.file(archive, desk.article(), desk.capture(2, seconds=1)) == "unchanged"
    assert archive.rows("select url, canonical_url, url_key from articles") == [
        (desk.url, desk.url, "kabar.example/2025/05/banjir")
    ]


def test_the_page_s_own_address_goes_before_the_one_it_was_fetched_from(archive, desk):
    article = desk.article(url="https://kabar.example/?p=7", canonical_url=desk.url)
    assert desk.file(archive, article, desk.capture(1)) == "new"
    assert desk.file(archive, desk.article(), desk.capture(2, seconds=1)) == "unchanged"


def test_an_article_without_a_canonical_address_is_filed_under_the_fetched_one(archive, desk):
    article = desk.article(canonical_url=None, url=desk.url + "?utm_source=x")
    assert desk.file(archive, article, desk.capture(1)) == "new"
    assert archive.rows("select url, canonical_url from articles") == [(desk.url + "?utm_source=x", desk.url)]


def test_what_can_t_be_filed_is_a_bug_that_leaves_nothing(archive, desk):
    for filing in (
        Filing("kabar", desk.article(url=None), (), desk.start),
        Filing("kabar", desk.article(), ("<urn:uuid:unknown>",), desk.start),
        Filing("kabar", desk.article(), (), desk.start.replace(tzinfo=None)),
    ):
        with pytest.raises(ValueError, match=r"without an address|no capture .* in the archive|naive"):
            archive.file(filing)
    assert archive.rows("select count(*) from articles") == [(0,)]


def test_the_index_follows_every_change(archive, desk):
    def found(word: str) -> int:
        return len(archive.search(word))

    desk.file(archive, desk.article("Banjir."), desk.capture(1))
    assert (found("banjir"), found("kebakaran")) == (1, 0)
    desk.file(archive, desk.article("Kebakaran.", title="Api"), desk.capture(2, seconds=5))
    assert (found("banjir"), found("kebakaran")) == (0, 1)
    desk.file(archive, desk.article("Kebakaran.", title="Api"), desk.capture(3, seconds=6))
    desk.file(archive, desk.article("Gempa."), desk.capture(4, seconds=1))
    assert (found("gempa"), found("kebakaran")) == (0, 1)
    assert index_is_true(archive)
    archive.execute("delete from images")
    for table in ("revision_captures", "article_revisions", "bylines", "article_tags", "articles"):
        archive.execute(f"delete from {table}")
    assert found("kebakaran") == 0
    assert index_is_true(archive)


def state(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """All that filing made, with captures by record id."""
    (columns,) = archive.rows(
        "select group_concat(name) from pragma_table_xinfo('articles') where name not in ('id', 'capture_id')"
    )
    newest = "(select record_id from captures where captures.id = capture_id)"
    return {
        "articles": archive.rows(f"select {columns[0]}, {newest} from articles order by url_key"),
        "revisions": archive.rows(
            "select number, seen, digest from article_revisions order by article_id, number"
        ),
        "pages": archive.rows(PAGES),
        "bylines": archive.rows("select position, name, role from bylines order by article_id, position"),
        "tags": archive.rows(
            "select name from article_tags join tags on tags.id = tag_id order by article_id, name"
        ),
        "images": archive.rows("select position, url from images order by article_id, position"),
    }


# A sighting: its second, its text. Its place in the list is its capture, whose metadata differ from the others'.
SIGHTINGS = st.lists(st.tuples(st.integers(0, 6), st.sampled_from("ABC")), min_size=1, max_size=8)


def file_all(desk, sightings, order) -> dict[str, list[tuple[object, ...]]]:
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder)) as archive:
        archive.add_portal(desk.portal)
        for number in order:
            second, text = sightings[number]
            article = desk.article(
                text, section=f"Rubrik {number}", authors=(f"Penulis {number}",), tags=(str(number),)
            )
            outcome = desk.file(archive, article, desk.capture(number, seconds=second))
            assert outcome in ("new", "revision", "unchanged")
        assert index_is_true(archive)
        return state(archive)


@settings(max_examples=60, deadline=None)
@given(sightings=SIGHTINGS, data=st.data())
def test_the_same_filings_in_any_order_end_in_the_same_rows(desk, sightings, data):
    order = list(range(len(sightings)))
    ordered = file_all(desk, sightings, order)
    again = data.draw(st.lists(st.sampled_from(order), max_size=3))
    shuffled = data.draw(st.permutations([*order, *again]))
    assert file_all(desk, sightings, shuffled) == ordered


@settings(max_examples=60, deadline=None)
@given(sightings=SIGHTINGS, data=st.data())
def test_revisions_are_the_runs_of_one_text_in_time(desk, sightings, data):
    order = data.draw(st.permutations(range(len(sightings))))
    last = {
        (second, text): number for number, (second, text) in enumerate(sightings)
    }  # twins: the last stays
    digests = {text: content_digest(desk.article(text)) for text in "ABC"}
    in_time = sorted((second, record(number), text) for (second, text), number in last.items())
    runs = [next(run) for _, run in groupby(in_time, key=lambda sighting: sighting[2])]
    found = file_all(desk, sightings, order)
    assert found["revisions"] == [(n, at(run[0]), digests[run[2]]) for n, run in enumerate(runs, start=1)]
    assert len(found["pages"]) == len(in_time)
    assert json.dumps(found["articles"]).count(f'"{record(int(in_time[-1][1][-13:-1]))}"') == 1


def filed_as_taught(archive, desk, text, untaught, number, seconds):
    """What filing an article made whose text the portal's profile has changed."""
    capture = desk.capture(number, seconds=seconds)
    archive.add_captures([capture], "kabar", None)
    filing = Filing("kabar", desk.article(text), (capture.record_id,), capture.captured, untaught)
    return archive.file(filing)


def test_what_the_profile_has_learned_since_makes_no_revision(archive, desk, plain):
    """The page says what it said; the first reading is bettered, and so is the article's row."""
    desk.file(archive, desk.article("Banjir surut.\nHubungi redaksi."), desk.capture(1))
    kind = filed_as_taught(archive, desk, "Banjir surut.", "Banjir surut.\n\nHubungi redaksi.", 2, 30)
    assert kind == "unchanged"
    assert plain(REVISIONS) == [(1, at(0), "Banjir surut.")]
    assert plain("select text, revisions, word_count from articles") == [("Banjir surut.", 1, 2)]
    assert index_is_true(archive)


def test_an_older_capture_read_by_what_was_learned_betters_the_newer_one(archive, desk, plain):
    """In whatever order the captures come, both read alike in the end."""
    desk.file(archive, desk.article("Banjir surut.\nHubungi redaksi."), desk.capture(2, seconds=30))
    kind = filed_as_taught(archive, desk, "Banjir surut.", "Banjir surut.\n\nHubungi redaksi.", 1, 0)
    assert kind == "unchanged"
    assert plain(REVISIONS) == [(1, at(0), "Banjir surut.")]
    assert plain("select text, revisions, word_count from articles") == [("Banjir surut.", 1, 2)]


def test_a_change_of_the_portal_s_is_a_revision_whatever_the_profile_has_learned(archive, desk, plain):
    """What else is new on the page makes its revision; the old reading stays as it was."""
    desk.file(archive, desk.article("Banjir surut.\nHubungi redaksi."), desk.capture(1))
    kind = filed_as_taught(archive, desk, "Banjir naik.", "Banjir naik.\n\nHubungi redaksi.", 2, 30)
    assert kind == "revision"
    assert [row[2] for row in plain(REVISIONS)] == ["Banjir surut.\n\nHubungi redaksi.", "Banjir naik."]
