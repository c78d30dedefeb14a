"""Sentences that tell of newsletters, messengers and apps, and lines that invite to the portal's own."""

from __future__ import annotations

import pytest

from tests.extraction.pages import read, texts_amid

TOLD = (
    "Perusahaan itu menjawab lewat surel bahwa mereka menolak menjelaskan penonaktifan akun tersebut.",
    "Undangan dikirim ke kotak masuk seluruh kepala sekolah pada Senin pagi.",
    "Warga mengeluh lewat grup WhatsApp RT karena air tidak mengalir selama tiga hari.",
    "Di WhatsApp Group warga, pesan itu sudah tersebar sebelum polisi datang.",
    "The WhatsApp group for parents received the message minutes before the school closed.",
    "A Telegram channel linked to the group published the video on Sunday evening.",
    "The newsletter was delivered to 4,000 homes before the registration deadline passed.",
    "قال المتحدث في رسالة عبر واتساب إن الفريق وصل إلى المستشفى مساء الأحد.",
    "ونشرت الجماعة على تلغرام تسجيلا مصورا قالت إنه للهجوم على القافلة.",
    "आरोपी ने व्हाट्सएप ग्रुप में वीडियो डाला था, जिसके बाद पुलिस ने उसे गिरफ्तार कर लिया।",
    "टेलीग्राम चैनल पर परीक्षा का पर्चा बेचा जा रहा था, जांच में यह बात सामने आई।",
    "텔레그램 채널에 올라온 영상은 경찰이 확인한 결과 지난해 촬영된 것으로 드러났다.",
    "该公众号发布的文章称，当地居民已经三天没有自来水。",
    "警方通过官方微信通报了案件的最新进展，嫌疑人已被抓获。",
    "市は先週からメールマガジンで避難所の場所を市民に知らせている。",
    "โรงเรียนส่งจดหมายข่าวถึงผู้ปกครองทุกเดือนตั้งแต่ปีที่แล้ว",
    "O grupo de WhatsApp dos moradores avisou a polícia antes da chegada dos bombeiros.",
    "Телеграм-канал администрации сообщил о закрытии дороги в воскресенье вечером.",
    "Zalo nhóm lớp là nơi phụ huynh trao đổi với giáo viên chủ nhiệm mỗi ngày.",
)
INVITING = (
    "Dapatkan berita pilihan langsung di kotak masuk Anda setiap pagi.",
    "Join our WhatsApp channel for the latest stories from the region.",
    "تابعوا آخر الأخبار على قناتنا في تلغرام",
    "खबरों के लिए हमारे व्हाट्सएप चैनल से जुड़ें।",
    "카카오톡 채널 추가하고 소식을 받아보세요",
    "欢迎关注本报官方微信公众号",
    "最新情報はメールマガジンに登録を",
    "สมัครรับจดหมายข่าวของเราได้ที่นี่",
)


@pytest.mark.parametrize("place", [0, 1, 3])
@pytest.mark.parametrize("told", TOLD)
def test_sentences_that_tell_of_channels_are_text(told: str, place: int) -> None:
    found, expected = texts_amid(told, place)
    assert found == expected


@pytest.mark.parametrize("line", INVITING)
def test_lines_that_invite_to_them_are_not(line: str) -> None:
    assert line not in read(end=f"<p>{line}</p>").text
