"""Where each field of an article came from, for the pages: the template filters asal and peringatan."""

from __future__ import annotations

import json
from typing import Any

from datasette import hookimpl

NAMES = {
    "title": "Judul",
    "subtitle": "Anak judul",
    "authors": "Penulis",
    "editors": "Editor",
    "photographers": "Fotografer",
    "agency": "Sumber",
    "published": "Terbit",
    "modified": "Diperbarui",
    "section": "Rubrik",
    "breadcrumbs": "Remah roti",
    "tags": "Tag",
    "lead_image": "Gambar utama",
    "language": "Bahasa",
    "canonical_url": "Alamat baku",
    "is_advertorial": "Advertorial",
    "sponsor": "Pemesan",
    "signoff": "Tanda penutup",
    "correction": "Ralat",
    "body": "Isi",
    "source": "Berkas",
}
"""Field to what readers see, in the order of the table; other fields stand under their own names."""


@hookimpl
def prepare_jinja2_environment(env: Any) -> None:
    """The filters, by the names that templates use."""
    env.filters["asal"] = read_origins
    env.filters["peringatan"] = read_warnings


def read_origins(provenance: str | None) -> list[dict[str, Any]]:
    """name, place, raw and disagreeing (place and raw of each) of every field; empty for other JSON."""
    origins = _parsed(provenance)
    if not isinstance(origins, dict):
        return []
    order = [*(name for name in NAMES if name in origins), *sorted(set(origins) - set(NAMES))]
    return [{"name": NAMES.get(name, name), **_origin(origins[name])} for name in order]


def _origin(origin: object) -> dict[str, Any]:
    if not isinstance(origin, dict):  # archives of schema 1 keep the place alone
        return {"place": str(origin), "raw": "", "disagreeing": []}
    others = origin.get("disagreeing")
    return {
        "place": str(origin.get("place", "")),
        "raw": str(origin.get("raw", "")),
        "disagreeing": [
            {"place": str(other.get("place", "")), "raw": str(other.get("raw", ""))}
            for other in (others if isinstance(others, list) else [])
            if isinstance(other, dict)
        ],
    }


def read_warnings(warnings: str | None) -> list[str]:
    """The sentences of the column `warnings`; empty for what is no JSON array."""
    sentences = _parsed(warnings)
    return [str(sentence) for sentence in sentences] if isinstance(sentences, list) else []


def _parsed(text: str | None) -> object:
    try:
        return json.loads(text or "null")
    except (ValueError, RecursionError):
        return None
