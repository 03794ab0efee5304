"""Updates as nobody sends them: no exception, nothing Telegram would refuse, in bounded time."""

import json
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from telegram import Update

from bot.assistant import Assistant
from bot.channels.telegram.handlers import react
from bot.channels.telegram.incoming import incoming
from bot.channels.telegram.reaction import AnswerInline, AnswerPress, Edit, Reaction, Send
from bot.channels.telegram.turn import Me, Turn
from bot.demo.entities import parse_html
from bot.memory.inbox import Arrived
from bot.memory.memory import Memory

_ME = Me(7, "kommunmal_bot")
_CHAT = {"id": 5, "type": "private", "first_name": "A"}
_GROUP = {"id": -5, "type": "supergroup", "title": "G"}
_PERSON = {"id": 5, "is_bot": False, "first_name": "A", "language_code": "sv"}
_BOT = {"id": 7, "is_bot": True, "first_name": "B"}
_LONGEST_SECONDS = 10.0
_few = settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)

_texts = st.one_of(
    st.text(max_size=400),
    st.text(alphabet="\u200b\u202e\u2066\u0300\ufe0f\U000e0041 åmalvisionkommun", max_size=4096),
    st.sampled_from([
        "x" * 4096, "a\u0300" * 2048, "'; drop table statement; --", '"* NEAR(a b)" AND (', "<b><a",
        "&lt;&#0;&amp", "*_`[](tg://user?id=1)", "mål " * 1000, "(" * 4000, "?" * 4096, "ö" * 4096,
        "och " * 1024, "Värnamo, " * 450, "1 " * 2000, "-" * 4096, "@kommunmal_bot " * 270,
        "/start varnamo-" + "x" * 60, "/sok " + "<" * 4000, "vilka kommuner " * 273,
    ]),
)  # fmt: skip
_fields = st.one_of(
    st.sampled_from([
        "", "goals", "topic", "who", "all", "compare", "0683", "0781+0683", "9999", "+", "++++",
        "varnamo-vision", "varnamo-en-stark-kommun", "environment", "none", "sv", "varnamo",
        "varnamo_environment", "-", "_", "0" * 40,
    ]),
    st.text(max_size=30),
)  # fmt: skip
_data = st.one_of(
    st.text(max_size=64),
    st.builds(
        lambda head, fields: "|".join(["1", head, *fields]),
        st.builds(str.__add__, st.sampled_from("sex"), st.sampled_from("qobmgdwtlhcksz")),
        st.lists(_fields, max_size=5),
    ),
)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "chat", "from", "text", "date", "type"]), inner)
    ),
    max_leaves=8,
)
_kinds = st.sampled_from(
    [kind for kind in Update.ALL_TYPES if kind not in Update.MESSAGE] + ["unheard_of", "message"]
)


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Memory]:
    """A memory that goes on over all examples."""
    path: Path = tmp_path_factory.mktemp("hostile") / "memory.sqlite"
    with closing(Memory(path, "secret")) as opened:
        yield opened


def _react(assistant: Assistant, memory: Memory, update: dict[str, Any]) -> Reaction:
    """What comes of it, checked as Telegram would; remembered too."""
    found = Update.de_json({"update_id": 1, **update})
    begun = time.monotonic()
    reaction = react(Turn(found, assistant, memory, _ME))
    assert time.monotonic() - begun < _LONGEST_SECONDS
    for call in reaction.calls:
        match call:
            case Send() | Edit():
                _fit(call.page.html)
                _pressable(call.keyboard)
            case AnswerPress():
                assert isinstance(call.words, str)
            case AnswerInline():
                assert len(call.results) <= 50
                for one in call.results:
                    assert len(one.id.encode()) <= 64
                    _fit(one.input_message_content.message_text)  # type: ignore[attr-defined]
    with memory.file.transaction():
        for effect in reaction.effects:
            effect(memory, [1] * len(reaction.calls))
    return reaction


def _fit(html: str) -> None:
    """Markup that Telegram reads, and no longer than it takes."""
    text, _ = parse_html(html)
    assert text.strip()
    assert len(text.encode("utf-16-le")) // 2 <= 4096


def _pressable(keyboard: Any) -> None:
    for row in keyboard.inline_keyboard if keyboard else ():
        for button in row:
            assert len((button.callback_data or "x").encode()) <= 64
            assert button.text.strip()


@_few
@given(words=_texts, group=st.booleans())
def test_any_text(assistant: Assistant, memory: Memory, words: str, group: bool) -> None:
    """Invisible signs, great length, queries, markup; one reply in private."""
    message = {
        "message_id": 9, "date": 1_800_000_000, "text": words, "from": _PERSON,
        "chat": _GROUP if group else _CHAT,
    }  # fmt: skip
    reaction = _react(assistant, memory, {"message": message})

    assert reaction.calls or group


@_few
@given(data=_data, inaccessible=st.booleans(), words=st.text(max_size=50))
def test_any_press(
    assistant: Assistant, memory: Memory, data: str, inaccessible: bool, words: str
) -> None:
    """Forged data under any message: always answered, so that the button stops waiting."""
    message = {"message_id": 9, "date": 0 if inaccessible else 1_800_000_000, "chat": _CHAT,
               "from": _BOT, "text": words}  # fmt: skip
    if not inaccessible:
        row = [{"text": "x", "callback_data": data}]
        message["reply_markup"] = {"inline_keyboard": [row]}
    press = {"id": "1", "from": _PERSON, "chat_instance": "1", "data": data, "message": message}
    reaction = _react(assistant, memory, {"callback_query": press})

    assert [call for call in reaction.calls if isinstance(call, AnswerPress)]


@_few
@given(words=_texts)
def test_any_inline_query(assistant: Assistant, memory: Memory, words: str) -> None:
    """Whatever is typed, also longer than Telegram lets one type."""
    query = {"id": "1", "from": _PERSON, "query": words, "offset": "x"}
    reaction = _react(assistant, memory, {"inline_query": query})

    assert isinstance(reaction.calls[0], AnswerInline)


@_few
@given(kind=_kinds, content=_json, number=st.integers() | _json)
def test_any_update_is_taken_in(memory: Memory, kind: str, content: Any, number: Any) -> None:
    """It is written down, or refused for want of a number; nothing else can come of it."""
    try:
        found = incoming({"update_id": number, kind: content}, memory.who)
    except ValueError:
        return
    memory.inbox.put([Arrived(found.update_id, found.payload, found.who)])

    assert json.loads(found.payload)["update_id"] == found.update_id


@_few
@given(text=st.text(max_size=2000))
def test_long_words_of_one_sign(assistant: Assistant, memory: Memory, text: str) -> None:
    """Time grows with the length alone: no expression backtracks without bound."""
    for words in (text * 2, text.replace(" ", "") + "!", text + " " * 2000 + "x"):
        message = {"message_id": 9, "date": 1_800_000_000, "text": words[:4096] or "x",
                   "from": _PERSON, "chat": _CHAT}  # fmt: skip
        _react(assistant, memory, {"message": message})
