"""The pace of a host by itself; test_shared_pace.py has what servers see of it."""

import asyncio
from datetime import UTC, datetime, timedelta
from time import monotonic

import pytest

from kaltimcrawl.spiders.pace import MAX_BACKOFF, MAX_REST, HostPace, HostRest, Pace, RetryLater, pace_name
from kaltimcrawl.spiders.refusal import Refusal

A_WHILE = timedelta(seconds=1)


def host(delay_s: float = 1.0) -> HostPace:
    made = HostPace("kaltim.example", monotonic())
    made.ask(delay_s)
    return made


async def one_turn(pace: HostPace, is_over: asyncio.Event | None = None) -> float:
    async with pace.turn(0.0, is_over or asyncio.Event()):
        return monotonic()


def test_ports_schemes_and_www_are_one_host_and_a_subdomain_is_another() -> None:
    names = ("http://kaltim.example/", "https://WWW.kaltim.example:8443/a", "http://kaltim.example.:80/")
    assert {pace_name(url) for url in names[:2]} == {"kaltim.example"}
    assert pace_name("https://foto.kaltim.example/") == "foto.kaltim.example"


def test_the_first_exchange_comes_a_delay_after_the_process_began() -> None:
    began = monotonic()
    assert asyncio.run(one_turn(host(0.2))) - began >= 0.2


def test_the_longest_delay_that_anyone_asks_for_holds() -> None:
    pace = host(3.0)
    pace.ask(5.0)
    pace.ask(1.0)
    assert pace.delay_s == 5.0


def test_rests_double_from_failure_to_failure_up_to_a_minute_and_an_answer_ends_the_row() -> None:
    pace = host(1.0)
    rests = []
    for _ in range(7):
        pace.failed()
        rests.append(round(pace.ready_at() - monotonic()))
    assert rests == [2, 4, 8, 16, 32, 60, 60]
    pace.succeeded()
    assert pace.failures == 0


def test_a_host_that_asks_for_a_longer_delay_than_the_longest_rest_keeps_its_delay() -> None:
    pace = host(MAX_BACKOFF * 2)
    for _ in range(20):
        pace.failed()
    assert round(pace.ready_at() - monotonic()) == MAX_BACKOFF * 2
    assert pace.closed is None


def test_what_a_host_asks_for_goes_before_a_shorter_rest_of_our_own() -> None:
    pace = host(1.0)
    pace.failed(asked_s=30)
    assert round(pace.ready_at() - monotonic()) == 30


def test_a_host_that_asks_for_more_than_a_run_waits_is_left_alone() -> None:
    pace = host()
    pace.failed(asked_s=MAX_REST + 60)
    until = datetime.now(UTC) + timedelta(seconds=MAX_REST + 60)
    assert pace.closed == f"kaltim.example asks to be left alone until {until:%Y-%m-%d %H:%M} UTC"
    with pytest.raises(RetryLater, match="asks to be left alone"):
        asyncio.run(one_turn(pace))


def test_rests_add_up_until_the_host_answers() -> None:
    pace = host(1.0)
    for _ in range(2):
        pace.failed(asked_s=400)
    pace.succeeded()
    for _ in range(2):
        pace.failed(asked_s=400)
    assert pace.closed is None
    pace.failed(asked_s=400)
    assert pace.closed == "kaltim.example failed 3 times in a row, 20 minutes of rest given or asked"


def test_a_servers_delay_of_0_gives_it_no_rest() -> None:
    pace = host(0.0)
    for _ in range(100):
        pace.failed()
    assert pace.ready_at() <= monotonic()
    assert pace.closed is None


def test_a_request_that_waited_does_not_go_out_when_its_crawl_has_ended() -> None:
    async def crawl() -> None:
        is_over = asyncio.Event()
        waiting = asyncio.create_task(one_turn(host(60.0), is_over))
        await asyncio.sleep(0)
        is_over.set()
        await waiting

    with pytest.raises(Refusal, match="the crawl is over"):
        asyncio.run(crawl())


def test_a_delay_that_is_learnt_while_a_request_waits_holds_for_it() -> None:
    async def crawl() -> float:
        pace = host(0.05)
        waiting = asyncio.create_task(one_turn(pace))
        await asyncio.sleep(0)
        pace.ask(0.2)
        return await waiting

    began = monotonic()
    assert asyncio.run(crawl()) - began >= 0.2


def test_the_next_run_waits_for_what_the_last_was_told() -> None:
    first = Pace()
    first.host("https://www.kaltim.example/a").failed(asked_s=120)
    first.host("https://samarinda.example/").failed(asked_s=3600)
    first.host("https://berau.example/")
    rests = first.rests()
    assert [rest.host for rest in rests] == ["kaltim.example", "samarinda.example"]
    assert abs(rests[0].until - datetime.now(UTC) - timedelta(seconds=120)) < A_WHILE

    second = Pace(rests)
    kaltim, samarinda = second.host("http://kaltim.example/"), second.host("http://samarinda.example/")
    assert 118 < kaltim.ready_at() - monotonic() <= 120
    assert kaltim.closed is None
    assert samarinda.closed == (
        f"samarinda.example asks to be left alone until {rests[1].until:%Y-%m-%d %H:%M} UTC"
    )


def test_a_rest_that_is_over_is_none() -> None:
    past = HostRest("kaltim.example", datetime.now(UTC) - timedelta(days=1))
    pace = Pace([past])
    assert pace.host("https://kaltim.example/").ready_at() <= monotonic()
    assert pace.rests() == []
