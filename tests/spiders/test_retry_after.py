from datetime import UTC, datetime

import pytest

from kaltimcrawl.spiders.retry_after import LONGEST, retry_after

NOW = datetime(2026, 11, 25, 8, 0, 0, tzinfo=UTC)
IN_A_MINUTE = "Wed, 25 Nov 2026 08:01:00 GMT"


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0.0),
        (" 120 ", 120.0),
        (IN_A_MINUTE, 60.0),
        ("Wednesday, 25-Nov-26 08:01:00 GMT", 60.0),
        ("Wed Nov 25 08:01:00 2026", 60.0),
        ("Wed, 25 Nov 2026 07:00:00 GMT", 0.0),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST),
        ("9" * 5000, LONGEST),
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("²", None),
        ("sebentar lagi", None),
        ("Wed, 99 Nov 2026 08:01:00 GMT", None),
        ("Wed, 25 Nov 99999999999999999999 08:01:00 GMT", None),
    ],
)
def test_seconds_or_any_of_the_three_forms_of_an_http_date(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, None, NOW) == seconds


def test_a_moment_is_counted_by_the_servers_own_clock() -> None:
    assert retry_after(IN_A_MINUTE, "Wed, 25 Nov 2026 08:00:50 GMT", NOW) == 10.0
    assert retry_after(IN_A_MINUTE, "kemarin", NOW) == 60.0
