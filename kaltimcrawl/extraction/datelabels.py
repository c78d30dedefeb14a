"""The words that stand before dates: of publication, of the last change."""

from __future__ import annotations

import re

from kaltimcrawl.extraction.datafiles import read_data

_LABELS = read_data("dates.toml")["labels"]
PUBLISHED_VERBS = tuple(_LABELS["verbs"])
"""What a line that tells the date of publication begins with, in lower case."""
_CAPITAL_VERBS = "|".join(re.escape(verb[:1].upper() + verb[1:].rstrip()) for verb in PUBLISHED_VERBS)
PUBLISHED_WITHIN = re.compile(
    rf"(?:^|[\s|,;:·•–—(/-])(?P<label>{_CAPITAL_VERBS})"
    r"(?![^\W\d_]*[a-zà-ÿ])[^\d|]{0,40}(?=\d)"
)
"""The same within a line, where a capital letter begins it: "Rina Wati | Terbit: 12 Mei 2025"."""
PUBLISHED_LABELS = frozenset(_LABELS["published"])
"""What stands before the date of publication in a list of an article's particulars, in lower case."""
UPDATED = re.compile(
    r"\b(?:diperbarui|update[d]?|diupdate|last\s+(?:updated|modified|edited|changed)|perbarui|terakhir|diubah|kemas\s+kini"
    r"|aktualisiert|geändert|stand:|mis\s+à\s+jour|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt"
    r"|обновлено|güncelleme|cập\s+nhật|diperbaharui|dikemas\s*kini|diedit|direvisi|оновлено|ажурирано|обновена?|zaktualizowan[oey]"
    r"|aktualizac[jei]{1,2}a?|aktualizován[oa]|aktualizované|frissítve|módosítva|actualizat|uppdaterad|opdateret|oppdatert|päivitetty"
    r"|ažurirano|posodobljeno|uuendatud|atjaunināts|atnaujinta|ενημερώθηκε|τελευταία\s+ενημέρωση)"
    r"|更新|수정|업데이트|تحديث|আপডেট|হালনাগাদ|अपडेट|अद्यतन|อัปเดต|อัพเดท|อัปเดท|แก้ไขล่าสุด|به\s?روز\s?رسانی|به‌روزرسانی|اپ\s?ڈیٹ|עודכן|עדכון",
    re.IGNORECASE,
)
"""What says that a date is that of the last change."""
