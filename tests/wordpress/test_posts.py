"""The truth itself, before any WordPress has it."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from tests.wordpress.content import content_of
from tests.wordpress.post import Block
from tests.wordpress.posts import FIRST, LAST, make_posts


def test_three_hundred_posts_are_spread_over_four_hundred_days() -> None:
    posts = make_posts()
    times = [post.published for post in posts]
    assert len(posts) == len({post.slug for post in posts}) == len({post.title for post in posts}) == 300
    assert times == sorted(set(times))
    assert times[0] >= FIRST
    assert times[-1] == LAST
    assert times[-1] - times[0] > timedelta(days=398)
    assert {time.utcoffset() for time in times} == {timedelta(hours=8)}


def test_no_two_posts_share_a_paragraph() -> None:
    counted = Counter(line for post in make_posts(330) for line in post.paragraphs)
    assert counted.most_common(1)[0][1] == 1


def test_no_two_posts_are_nearly_the_same() -> None:
    shingles = [_shingles(" ".join(post.paragraphs)) for post in make_posts()]
    pairs = ((one, other) for place, one in enumerate(shingles) for other in shingles[:place])
    assert max(len(one & other) / len(one | other) for one, other in pairs) < 0.2


def test_later_posts_follow_the_same_ones() -> None:
    assert make_posts(3, after=300) == make_posts(303)[300:]
    assert make_posts(3, after=300)[0].published == LAST + timedelta(hours=1)


def test_every_kind_of_post_is_there() -> None:
    posts = make_posts()
    assert Counter(len(post.pages) for post in posts) == {1: 275, 2: 13, 3: 12}
    assert sum(post.is_advertorial for post in posts) == 42
    assert all("Advertorial" in post.categories for post in posts if post.is_advertorial)
    assert sum(post.signoff is not None for post in posts) == 107
    assert sum(post.dateline is None for post in posts) == 60
    assert sum(post.caption is not None for post in posts) == 240
    assert sum(post.has_image for post in posts) == 270
    assert {block.kind for post in posts for page in post.pages for block in page} == {
        "paragraph",
        "heading",
        "list",
        "quote",
        "related",
    }
    assert {post.style for post in posts} == {"gutenberg", "classic"}
    assert any("Hukum & Kriminal" in post.categories for post in posts)


def test_a_related_line_and_the_signoff_are_no_text_but_stand_in_the_content() -> None:
    post = next(
        post
        for post in make_posts()
        if post.signoff and any(block.kind == "related" for block in post.pages[0])
    )
    related = next(block for block in post.pages[0] if block.kind == "related")
    assert related.lines[0] not in post.paragraphs
    assert related.path is not None
    assert f'<a href="{{{{home}}}}{related.path}">' in content_of(post)
    assert not any(post.signoff in line for line in post.paragraphs)
    assert post.signoff in content_of(post)


def test_a_paragraph_is_added_at_the_end_of_the_last_page() -> None:
    post = next(post for post in make_posts() if len(post.pages) == 2)
    longer = post.with_paragraph("Tambahan dari redaksi.")
    assert longer.paragraphs == (*post.paragraphs, "Tambahan dari redaksi.")
    assert longer.pages[-1][-1] == Block("paragraph", ("Tambahan dari redaksi.",))
    assert longer.page_paths == (post.path, f"{post.path}2/")


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = text.split()
    return {tuple(words[place : place + 5]) for place in range(len(words) - 4)}
