from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kaltimcrawl.times import read_machine_time, utc_text

WITA = ZoneInfo("Asia/Makassar")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2025", None),
        ("2025-05", "2025-05-01T00:00:00+08:00"),
        ("2025-05-12", "2025-05-12T00:00:00+08:00"),
        ("2025-05-12T14:30", "2025-05-12T14:30:00+08:00"),
        ("2025-05-12 14:30:05", "2025-05-12T14:30:05+08:00"),
        ("2025-05-12T14:30:05.123456789", "2025-05-12T14:30:05.123456+08:00"),
        ("2025-05-12T14:30:05,5Z", "2025-05-12T14:30:05.500000+00:00"),
        ("2025-05-12t14:30:05z", "2025-05-12T14:30:05+00:00"),
        ("2025-05-12T14:30:05+0700", "2025-05-12T14:30:05+07:00"),
        ("2025-05-12 14:30:05+07", "2025-05-12T14:30:05+07:00"),
        ("2025-05-12 14:30:05 +07:00", "2025-05-12T14:30:05+07:00"),
        ("2025-05-12 14:30 WIB", "2025-05-12T14:30:00+07:00"),
        ("2025-05-12 14:30 wit", "2025-05-12T14:30:00+09:00"),
        (" 2025-05-12\n", "2025-05-12T00:00:00+08:00"),
        ("2025-02-30", None),
        ("2025-05-12T24:00", None),
        ("2025-05-12T14:30:00+25:00", None),
        ("٢٠٢٥-٠٥-١٢", None),
        ("0001-01-01T00:00:00+00:00", None),
        ("9999-12-31T23:59:59Z", None),
        ("0000-00-00 00:00:00", None),
    ],
)
def test_w3c_date_times_are_read(text, iso):
    when = read_machine_time(text, WITA)
    assert (when.isoformat() if when else None) == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Mon, 12 May 2025 14:30:00 +0800", "2025-05-12T14:30:00+08:00"),
        ("12 May 2025 14:30 +0700", "2025-05-12T14:30:00+07:00"),
        ("Mon, 12 May 2025 14:30:00 GMT", "2025-05-12T14:30:00+00:00"),
        ("Mon, 12 May 2025 14:30:00 -0000", "2025-05-12T14:30:00+00:00"),
        ("Mon, 12 May 2025 14:30:00 WIB", "2025-05-12T14:30:00+07:00"),
        ("Mon, 12 May 2025 14:30:00 WITA", "2025-05-12T14:30:00+08:00"),
        ("Mon, 12 May 2025 14:30:00", "2025-05-12T14:30:00+08:00"),
        ("Mon, 12 May 25 14:30:00 +0800", "2025-05-12T14:30:00+08:00"),
        ("Mon, 31 Feb 2025 14:30:00 +0800", None),
        ("12 Mei 2025", None),
        ("Senin, 12 Mei 2025 | 14:30 WITA", None),
        ("3 jam yang lalu", None),
        ("", None),
        ("1" * 65, None),
    ],
)
def test_rfc_2822_dates_are_read(text, iso):
    when = read_machine_time(text, WITA)
    assert (when.isoformat() if when else None) == iso


def test_a_time_without_offset_is_utc_unless_a_zone_is_given():
    assert read_machine_time("2025-05-12T14:30") == datetime(2025, 5, 12, 14, 30, tzinfo=UTC)


AWARE = st.datetimes(
    min_value=datetime(1900, 1, 2),
    max_value=datetime(2999, 12, 30),
    timezones=st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes))),
)


@given(AWARE)
def test_what_isoformat_writes_is_read_back(when):
    assert read_machine_time(when.isoformat()) == when


@given(AWARE)
def test_utc_text_names_the_same_second(when):
    assert read_machine_time(utc_text(when)) == when.replace(microsecond=0)


@given(st.one_of(st.text(max_size=70), st.text(alphabet="0123456789-+:.,TZ MonMay", max_size=40)))
@example("1 1 1 1")
@example("Mon, 12 May 2025 14:30:00 +9999")
@example(", May")
@example("Jan 1 0 0:0:0:0")
def test_nothing_raises_on_any_text_and_what_is_read_has_a_utc_time(text):
    when = read_machine_time(text, WITA)
    assert when is None or utc_text(when).endswith("Z")


def test_utc_text_is_to_the_second():
    assert utc_text(datetime(2025, 5, 12, 14, 30, 9, 999999, tzinfo=WITA)) == "2025-05-12T06:30:09Z"


def test_a_naive_datetime_has_no_utc_text():
    with pytest.raises(ValueError, match="a naive datetime has no UTC time"):
        utc_text(datetime(2025, 5, 12))


def test_a_time_before_the_first_year_has_no_utc_text():
    with pytest.raises(ValueError, match="has no UTC time between the years 1 and 9999"):
        utc_text(datetime(1, 1, 1, tzinfo=WITA))
