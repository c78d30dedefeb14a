"""Sentences whose first clause sounds like chrome."""

from __future__ import annotations

import pytest

from kaltimcrawl.extraction.fronted import tells_on
from kaltimcrawl.extraction.phrases import load_phrases
from tests.extraction.pages import read, texts_amid

TOLD = (
    "Gabung ke Persib, striker asal Brasil itu dikontrak dua tahun.",
    "Unduh aplikasi palsu, puluhan petani kehilangan tabungannya di bank daerah.",
    "Dilarang mengutip iuran, sekolah itu terpaksa memadamkan listrik pada sore hari.",
    "Ikuti perkembangan zaman, perajin anyaman kini menjual lewat internet.",
    "Lihat video amatir warga, polisi mengenali wajah pelaku pada malam itu.",
    "Pasang iklan di pohon dengan paku, sepuluh caleg ditegur Satpol PP.",
    "Halaman berikutnya memuat tanda tangan bupati yang diduga dipalsukan.",
    "Topik terkait agama dihindari kedua calon dalam debat.",
    "Published in April, the report blamed the mine's owners for the flood.",
    "Filed under seal, the complaint accuses the hospital of fraud.",
    "Sponsored by Senator Hale, the bill would ban cash bail in the county.",
    "Presented by the ambassador, the medal went to a nurse from the valley.",
    "Tagged birds returned three weeks early.",
    "Follow us, the rescuers shouted, and the miners crawled toward the light.",
    "Scroll down the list of the dead and there are nine named Yusuf.",
    "Bản quyền thuộc công ty cũ nên ban nhạc không được hát ca khúc làm nên tên tuổi mình.",
    "版权所有者要求平台赔偿五百万元，案件将于周三开庭。",
    "未经许可，村民不得下河捕鱼，渔政部门上周重申了禁令。",
    "微信、微博和抖音当晚同时出现故障，数百万用户无法登录。",
    "無断転載を続けていた業者に、東京地裁は賠償を命じた。",
    "무단 전재를 일삼던 누리집 운영자가 벌금형을 받았다.",
    "สงวนลิขสิทธิ์ลายผ้าของหมู่บ้านไว้แล้วตั้งแต่ปีก่อน ผู้ใหญ่บ้านกล่าว.",
    "Tous droits réservés aux anciens combattants ont été étendus à leurs veuves par le décret de lundi.",
)
CHROME = (
    "Ikuti kami di Facebook, Twitter, dan Instagram untuk kabar terbaru.",
    "Dapatkan berita terkini, langsung di ponsel Anda lewat WhatsApp.",
    "Dilarang mengutip, memperbanyak sebagian atau seluruh isi berita tanpa izin redaksi.",
    "Dukung jurnalisme independen, jadilah anggota mulai hari ini.",
    "Sign up for our newsletter, delivered every weekday morning.",
    "Tous droits réservés.",
    "Alle Rechte vorbehalten",
    "版权所有 违者必究",
    "未经授权，不得转载、摘编本网内容。",
    "無断転載を禁じます",
    "무단 전재 및 재배포 금지",
    "Bản quyền thuộc về Báo Thượng Nguồn",
)


@pytest.mark.parametrize("place", [0, 1, 3])
@pytest.mark.parametrize("told", TOLD)
def test_a_sentence_that_goes_on_telling_is_text(told: str, place: int) -> None:
    found, expected = texts_amid(told, place)
    assert found == expected


@pytest.mark.parametrize("line", CHROME)
def test_what_portals_ask_and_claim_is_none(line: str) -> None:
    assert line not in read(end=f"<p>{line}</p>").text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gabung ke Persib, striker asal Brasil itu dikontrak dua tahun.", True),
        ("Gabung ke Persib, striker asal Brasil itu dikontrak dua tahun", False),
        ("Gabung ke grup, sekarang juga.", False),
        ("Kategori: anak, remaja dan dewasa bertanding di lintasan.", False),
        ("Gabung ke grup kami, warga desa itu menunggu lama.", False),
    ],
)
def test_the_rest_is_a_clause_and_neither_part_speaks_of_the_portal(text: str, expected: bool) -> None:
    assert tells_on(text, load_phrases()) is expected
