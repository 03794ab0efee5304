"""What is kept of a conversation survives being kept."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.context import Context

ids = st.lists(st.text()).map(tuple)


@given(st.sampled_from(["sv", "en", None]), st.text(), ids, ids)
def test_a_context_comes_back_as_it_was(
    language: object, intent: str, codes: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    """Whatever stands in it."""
    context = Context(language=language, intent=intent, codes=codes, shown=shown)  # type: ignore[arg-type]

    assert Context.from_json(context.to_json()) == context


def test_a_new_context_is_empty() -> None:
    """Nothing was said yet."""
    assert not any(json.loads(Context().to_json()).values())


def test_a_context_of_another_version_is_told() -> None:
    """A field that is unknown here is no context."""
    with pytest.raises(TypeError):
        Context.from_json('{"name": "x"}')
