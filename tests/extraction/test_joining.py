"""What the pages of one article come to."""

from __future__ import annotations

from types import MappingProxyType

from kaltimcrawl.extraction import Article, Block, Origin, join_parts


def part(text: str, **fields: object) -> Article:
    """A page with one paragraph."""
    values = {"url": None, "canonical_url": None, "title": "Banjir", "blocks": (Block("paragraph", text),)}
    return Article(**{**values, **fields})  # type: ignore[arg-type]


def test_what_only_the_last_page_tells_is_kept_with_its_origin() -> None:
    first = part(
        "Satu.",
        authors=("Rina",),
        confidence=0.9,
        provenance=MappingProxyType({"title": Origin("css: h1", "Banjir")}),
    )
    mark = Origin("text: signoff", "(rin/adv/DPRD Kutim)")
    last = part(
        "Dua.",
        signoff=mark.raw,
        initials=("rin",),
        is_advertorial=True,
        advertorial_reason=mark.raw,
        sponsor="DPRD Kutim",
        agency="ANTARA",
        photographers=("Dewi",),
        correction="Ralat: dua.",
        confidence=0.6,
        warnings=("the body lacks the description",),
        provenance=MappingProxyType(
            {"title": Origin("css: h2", "Banjir"), "signoff": mark, "is_advertorial": mark}
        ),
    )
    article = join_parts([first, last])
    assert article.text == "Satu.\n\nDua."
    assert (article.authors, article.photographers, article.agency) == (("Rina",), ("Dewi",), "ANTARA")
    assert (article.signoff, article.initials, article.sponsor) == (mark.raw, ("rin",), "DPRD Kutim")
    assert (article.is_advertorial, article.advertorial_reason) == (True, mark.raw)
    assert (article.correction, article.confidence) == ("Ralat: dua.", 0.6)
    assert article.warnings == ("the body lacks the description",)
    assert article.provenance == {
        "title": Origin("css: h1", "Banjir"),
        "signoff": mark,
        "is_advertorial": mark,
    }
