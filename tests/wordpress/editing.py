"""The running WordPress as tests see it: where it is, what is true of it, and how to change it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from tests.wordpress.content import order_of
from tests.wordpress.instance import Instance
from tests.wordpress.post import Post
from tests.wordpress.posts import COUNT, ZONE, make_posts


class Wordpress:
    """`wordpress.url + post.path` is a post's address. Every change is made by WordPress' own functions."""

    def __init__(self, instance: Instance) -> None:
        """Of an instance as `bring_up` fills it, all its 300 posts public."""
        self._instance = instance
        self.url = instance.url
        """"http://127.0.0.1:PORT", without a slash at its end."""
        self.restore()

    @property
    def posts(self) -> tuple[Post, ...]:
        """What is public now, newest first, each as it now reads."""
        return tuple(sorted(self._posts.values(), key=lambda post: post.published, reverse=True))

    def post(self, slug: str) -> Post:
        """The public post of that slug as it now reads; KeyError where there is none."""
        return self._posts[slug]

    def edit(self, slug: str, /, **changes: Any) -> Post:
        """The post after its fields were changed: `edit(slug, title="…")`, `edit(slug, pages=post.with_paragraph("…").pages)`.

        WordPress sets `modified` to now. A new `slug` or day moves the post; WordPress then redirects the old slug.
        The picture stays the same one; its caption can be changed.
        """
        post = replace(self._posts[slug], **changes)
        post = replace(post, categories=tuple(sorted(post.categories)), tags=tuple(sorted(post.tags)))
        (told,) = self._instance.write([{"do": "edit", "slug": slug, "post": order_of(post)}])
        del self._posts[slug]
        return self._know(post, told)

    def trash(self, slug: str) -> None:
        """Puts the post into the trash, as an editor does; its page is a 404 then."""
        self._instance.write([{"do": "trash", "slug": slug}])
        del self._posts[slug]

    def delete(self, slug: str) -> None:
        """Deletes the post for good."""
        self._instance.write([{"do": "delete", "slug": slug}])
        del self._posts[slug]

    def add(self, posts: Iterable[Post] | int) -> tuple[Post, ...]:
        """The posts after they were published; a number stands for so many new ones, newer than all 300."""
        if isinstance(posts, int):
            posts = make_posts(posts, after=COUNT + self._added)
            self._added += len(posts)
        posts = list(posts)
        told = self._instance.write([{"do": "add", "post": order_of(post)} for post in posts])
        return tuple(self._know(post, answer) for post, answer in zip(posts, told, strict=True))

    def restore(self) -> None:
        """Undoes all changes: the 300 posts are as they were in the beginning."""
        self._instance.restore()
        self._posts = {post.slug: post for post in make_posts()}
        self._added = 0

    def _know(self, post: Post, told: dict[str, Any] | None) -> Post:
        if told is None or told["path"] != post.path:
            raise ValueError(f"{post.path} was wanted, and WordPress made of it: {told}")
        known = replace(post, modified=datetime.fromisoformat(told["modified"]).astimezone(ZONE))
        self._posts[post.slug] = known
        return known
