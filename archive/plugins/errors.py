"""Pages for what a reader can get wrong: an address that is none, arguments that can't be read.

Datasette prints a traceback with all local variables to the terminal for each of these; here a reader gets
one line, and the terminal of whoever serves the archive stays clean. A bug still goes Datasette's way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from typing import Any

from datasette import Response, hookimpl
from datasette.utils.asgi import BadRequest, Base400
from datasette.views.base import DatasetteError
from markupsafe import Markup

TITLES = {
    400: "Permintaan tidak dapat dibaca / Bad request",
    403: "Tidak diizinkan / Forbidden",
    404: "Tidak ditemukan / Not found",
}


@hookimpl(hookwrapper=True)
def handle_exception(datasette: Any, request: Any, exception: Exception) -> Generator[None, Any, None]:
    """Our page in place of Datasette's where the exception is a reader's mistake."""
    outcome = yield
    told = tell(exception, request.args.get("_timelimit"))
    if told is not None:
        outcome.force_result([_answer(datasette, request, told)])


def tell(exception: Exception, time_limit: str | None = None) -> dict[str, Any] | None:
    """What to answer, in the form of Datasette's JSON errors; None for what is not a reader's mistake."""
    title = None
    if isinstance(exception, Base400):
        status, message = exception.status, str(exception.args[0]) if exception.args else ""
    elif isinstance(
        exception, DatasetteError
    ):  # 500 where Datasette named no status: "Cannot sort table by x"
        status, title = exception.status if exception.status < 500 else 400, exception.title
        message = Markup(exception.message) if exception.message_is_html else exception.message  # noqa: S704 - Datasette's own
    elif isinstance(exception, json.JSONDecodeError):  # ?_facet={ and ?column__in=[
        status, message = 400, f"an argument of the address is not valid JSON: {exception}"
    elif isinstance(exception, ValueError) and time_limit and not time_limit.isdecimal():
        status, message = 400, "_timelimit must be a whole number of milliseconds"
    else:
        return None
    return {"ok": False, "error": message, "status": status, "title": title or TITLES.get(status)}


def _answer(datasette: Any, request: Any, told: dict[str, Any]) -> Callable[[], Any]:
    async def answer() -> Any:
        if request.path.endswith(".json"):
            return Response.json(told, status=told["status"])
        page = await datasette.render_template(["error.html"], told, request=request)
        return Response.html(page, status=told["status"])

    return answer


@hookimpl(tryfirst=True)
def filters_from_request(request: Any) -> None:
    """Nothing; raises BadRequest for arguments of a table that Datasette 0.65 would read without a check."""
    for text in request.args.getlist("_through"):
        through = json.loads(text)
        if not isinstance(through, dict) or not {"table", "column", "value"} <= through.keys():
            raise BadRequest('_through must be {"table": ..., "column": ..., "value": ...}')
    for key in request.args:
        if "\0" in key:
            raise BadRequest("an argument's name holds a NUL character")
        for text in request.args.getlist(key) if key.startswith("_facet") else ():
            if text.startswith("{") and not {"simple", "column"} & json.loads(text).keys():
                raise BadRequest(f'{key} must be a column, or {{"column": ...}}')
