"""What icons tell of the text beside them."""

from __future__ import annotations

import pytest
from lxml import html

from kaltimcrawl.extraction.icons import IconRole, texts_by_icon


def texts(markup: str, role: IconRole) -> list[str]:
    """The texts by the icons of a role in some markup."""
    return [text for text, _ in texts_by_icon(html.fromstring(markup).iter(), role)]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><i class='fa fa-user'></i> Rina Wati</p>", ["Rina Wati"]),
        ("<p><i class='fa fa-user'></i> By <a>Rina Wati</a></p>", ["By Rina Wati"]),
        ("<p><i class='fa fa-user'>Rina Wati</i> <b>341</b></p>", ["Rina Wati"]),
        ("<p><span class='icon icon-user'>\n Rina Wati</span></p>", ["Rina Wati"]),
        ("<p><i class='fa fa-user'></i> Diunggah oleh <a>Rina Wati</a></p>", ["Diunggah oleh Rina Wati"]),
        ("<p><i class='fa fa-user'></i> Rina Wati <a>Pasar</a></p>", ["Rina Wati"]),
        ("<p><i class='fa fa-eye'>Rina Wati</i></p>", []),
    ],
)
def test_a_name_stands_in_the_icon_behind_it_or_behind_a_label(markup: str, expected: list[str]) -> None:
    assert texts(markup, "author") == expected


@pytest.mark.parametrize("icon", ["fa fa-folder", "fa fa-folder-open-o", "fas fa-tags", "bi bi-tag"])
def test_a_section_stands_behind_a_folder_or_a_tag(icon: str) -> None:
    assert texts(f"<p><i class='{icon}'></i> Pasar</p>", "section") == ["Pasar"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p><i class='iconfont fa-user'></i><br> Rina Wati</p>", ["Rina Wati"]),
        ("<p><i class='fa fa-user'></i><br><a>Rina Wati</a></p>", ["Rina Wati"]),
        ("<p><i class='iconfont x-account'><span>Rina Wati</span></i></p>", ["Rina Wati"]),
        ("<p><i class='iconfont x-account'><b>Rina</b><b>Wati</b></i></p>", []),
        ("<p><i class='iconfont x-eye'><span>Rina Wati</span></i></p>", []),
    ],
)
def test_a_name_stands_under_an_icon_or_in_an_element_within_it(markup: str, expected: list[str]) -> None:
    assert texts(markup, "author") == expected
