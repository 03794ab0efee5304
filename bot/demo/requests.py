"""A request as it comes over HTTP, in any of the four ways Telegram takes, to parameters."""

import json

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.demo.errors import Json, bad

_LARGEST = 60_000_000


async def read_request(request: Request) -> tuple[Json, dict[str, bytes]]:
    """What was asked for, from the query and the body, and the files that came along."""
    given: Json = dict(request.query_params)
    files: dict[str, bytes] = {}
    if request.method == "GET":
        return given, files
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json":
        given |= _from_json(await request.body())
    elif kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
        async with request.form(max_files=20, max_part_size=_LARGEST) as form:
            for name, value in form.multi_items():
                if isinstance(value, UploadFile):
                    files[name] = await value.read()
                else:
                    given[name] = value
    return given, files


def _from_json(body: bytes) -> Json:
    try:
        found = json.loads(body or b"{}")
    except ValueError:
        raise bad("can't parse JSON object") from None
    if not isinstance(found, dict):
        raise bad("request JSON must be an object")
    return found
