"""What the page's server lets in, and what it refuses."""

import re
from importlib.resources import files

import httpx
import pytest

from bot.demo.page_texts import TEXTS, texts
from tests.bot.demo.page.conftest import Served

OTHER = "http://evil.example"


def people(served: Served) -> tuple[int, int, int]:
    """Anna, Ben and their group."""
    anna, ben, group = served.site.cast.rooms
    return anna, ben, group


def act(served: Served, name: str, headers: dict[str, str] | None = None, **what: object) -> int:
    """Do something as the page does; the status of the answer."""
    own = {"Origin": served.address} if headers is None else headers
    return httpx.post(f"{served.address}/do/{name}", json=what, headers=own).status_code


@pytest.mark.parametrize("path", ["/", "/texts", "/page/main.js", "/page/icon.svg"])
def test_the_page_is_served(served: Served, path: str) -> None:
    """With headers that keep everything else out."""
    answer = httpx.get(served.address + path)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("path", [
    "/page/../site.py", "/page/%2e%2e%2fsite.py", "/page/x.js", "/page/__init__.py",
    "/photo/AgACpicture000001", "/elsewhere",
])  # fmt: skip
def test_nothing_else_is_served(served: Served, path: str) -> None:
    """Nothing outside the page's folder, no picture that there is not."""
    assert httpx.get(served.address + path).status_code == 404


@pytest.mark.parametrize("headers", [
    {"Host": "evil.example"}, {"Host": "127.0.0.1:1"}, {"Origin": OTHER}, {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
])  # fmt: skip
def test_other_sites_get_nothing(served: Served, headers: dict[str, str]) -> None:
    """Neither a name that points here, nor another site's page."""
    for path in ("/", "/events", "/texts"):
        assert httpx.get(served.address + path, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"Origin": OTHER}, {"Origin": "null"}])
def test_only_the_page_can_act(served: Served, headers: dict[str, str]) -> None:
    """A browser always names the origin of what changes something."""
    anna, _, _ = people(served)
    assert act(served, "write", headers, person=anna, chat=anna, text="hej") == 403


def test_a_form_of_another_kind_is_refused(served: Served) -> None:
    """JSON alone, which no other site can send unasked."""
    headers = {"Origin": served.address, "Content-Type": "text/plain"}
    answer = httpx.post(f"{served.address}/do/write", content="{}", headers=headers)
    assert answer.status_code == 415


def test_what_cannot_be_is_refused(served: Served) -> None:
    """Chats of others, messages and buttons that are not there, empty and endless words."""
    anna, ben, group = people(served)
    assert act(served, "write", person=anna, chat=anna, text="hej") == 200
    assert act(served, "write", person=anna, chat=ben, text="hej") == 400
    assert act(served, "write", person=1, chat=anna, text="hej") == 400
    assert act(served, "write", person=anna, chat=anna, text=" \n") == 400
    assert act(served, "write", person=anna, chat=anna, text="x" * 4097) == 400
    assert act(served, "write", person=anna, chat=anna, text="hej", extra=1) == 400
    assert act(served, "press", person=anna, chat=anna, message=1, row=0, column=0) == 400
    assert act(served, "press", person=anna, chat=anna, message=99, row=0, column=0) == 400
    assert act(served, "choose", person=anna, chat=anna, query="1", result="1") == 400
    assert act(served, "change", person=ben, chat=group, message=1, text="nej") == 400
    assert act(served, "speak", person=anna, chat=anna, language="de") == 400
    assert act(served, "dance", person=anna, chat=anna) == 404
    assert act(served, "write", person=anna, chat=anna, text="x" * 200_000) == 413


def test_a_page_gets_all_that_is_and_then_what_happens(served: Served) -> None:
    """As an event stream."""
    anna, _, _ = people(served)
    with httpx.stream("GET", f"{served.address}/events", timeout=5) as events:
        lines = (line for line in events.iter_lines() if line)
        assert '"kind": "state"' in next(lines)
        act(served, "write", person=anna, chat=anna, text="hej på er")
        assert "hej på er" in next(lines)
        served.site.bot_is("ready")
        assert next(lines) == 'data: {"kind": "bot", "state": "ready"}'


def test_the_texts_are_those_that_the_page_says() -> None:
    """Each said in a module or in the HTML; each translated."""
    said = set()
    for file in (files("bot.demo") / "page").iterdir():
        source = file.read_text("utf-8")
        said |= set(re.findall(r'data-(?:said|label)="([^"]+)"', source))
        for call in re.findall(r"said\(((?:[^()]|\([^()]*\))*)\)", source):
            said |= set(re.findall(r'"([^"]+)"', call.partition(", {")[0]))
    assert said == set(TEXTS)
    both = texts()
    assert both["en"] == {text: text for text in TEXTS}
    assert [text for text in TEXTS if both["sv"][text] == text] == ["bot", "via {name}"]
