"""Sign-offs, advertorials and who paid for them, through `extract`."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction import Claim, Origin
from tests.extraction.pages import news, read


def test_a_signoff_gives_initials_reason_and_sponsor() -> None:
    article = read(end="<p>(rin/adv/Diskominfo Samarinda)</p>")
    assert (article.is_advertorial, article.advertorial_reason) == (True, "(rin/adv/Diskominfo Samarinda)")
    assert (article.initials, article.sponsor) == (("rin",), "Diskominfo Samarinda")
    origin = Origin("text: signoff", "(rin/adv/Diskominfo Samarinda)")
    assert article.provenance["is_advertorial"] == article.provenance["sponsor"] == origin


@pytest.mark.parametrize(
    ("end", "head", "reason", "sponsor"),
    [
        (
            "<p>(adv)</p>",
            '<meta property="article:section" content="Advertorial DPRD Kutim">',
            "(adv)",
            "DPRD Kutim",
        ),
        (
            "<p>(adv/DPRD)</p>",
            '<meta property="article:tag" content="Advertorial DPRD Kutim">',
            "(adv/DPRD)",
            "DPRD Kutim",
        ),
        ("", '<meta property="article:section" content="Pariwara">', "Pariwara", None),
        ("", "", None, None),
    ],
)
def test_the_most_specific_place_names_who_paid(
    end: str, head: str, reason: str | None, sponsor: str | None
) -> None:
    article = read(end=end, head=head)
    assert (article.is_advertorial, article.advertorial_reason) == (reason is not None, reason)
    assert article.sponsor == sponsor


def test_two_places_that_name_other_sponsors_disagree() -> None:
    head = '<meta property="article:tag" content="Advertorial Diskominfo Kukar">'
    assert read(end="<p>(adv/DPRD Kutim)</p>", head=head).provenance["sponsor"].disagreeing == (
        Claim("meta: article:tag", "Advertorial Diskominfo Kukar"),
    )


def test_an_advertorial_is_told_by_its_type_and_by_its_folder() -> None:
    typed = read(data={**news(), "@type": "AdvertiserContentArticle", "sponsor": {"name": "Bank Hulu"}})
    assert (typed.advertorial_reason, typed.sponsor) == ("AdvertiserContentArticle", "Bank Hulu")
    filed = read(url="https://kabar.example/advertorial/harga-beras-naik-jelang-panen/", data=news())
    assert (filed.is_advertorial, filed.provenance["is_advertorial"].place) == (True, "url")
