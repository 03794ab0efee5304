"""Every sentence of our own stands in both catalogues, and they hold nothing else."""

import string
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import bot
import knowledge
from bot.answering.answer import Both, Label, Number, Of, Said, TopicName, Value
from bot.cli import main
from bot.rendering.phrases import Phrases
from bot.translated import CATALOGUES
from knowledge.store import Store
from tests.conftest import TODAY

MARKS = {
    **DEFAULT_KEYWORDS,
    "said": None,
    "marked": None,
    "phrases": None,
    "say": None,
    "speech": None,
}
# The templates of the web site speak too.
METHODS = [("**.py", "python"), ("**.html", "jinja2.ext:babel_extract")]
Text = str | tuple[str, ...]


def in_the_code() -> Iterator[Text]:
    """The sentences of both packages, and those that describe commands and their options."""
    for package in (bot, knowledge):
        folder = Path(str(package.__file__)).parent
        found = extract_from_dir(str(folder), method_map=METHODS, keywords=MARKS)
        for _, _, text, _, _ in found:
            yield text if isinstance(text, str) else tuple(text[:2])
    yield from help_of(main)


def help_of(command: click.Command) -> Iterator[str]:
    """The help of a command, its options and its subcommands."""
    yield command.help or pytest.fail(f"{command.name} has no help")
    for param in command.params:
        if isinstance(param, click.Option) and param.help:
            yield param.help
    for inner in getattr(command, "commands", {}).values():
        yield from help_of(inner)


def catalogue(language: str) -> Catalog:
    """A catalogue as people edit it."""
    with (CATALOGUES / language / "LC_MESSAGES" / "kommunmal.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


TEXTS = sorted(set(in_the_code()), key=str)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_translation_is_missing(language: str) -> None:
    """A sentence in the code without one in the catalogue fails here."""
    there = {message.id for message in catalogue(language) if all(strings(message))}

    assert [text for text in TEXTS if text not in there] == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_translation_is_left_over(language: str) -> None:
    """What the code no longer says is taken out of the catalogue."""
    there = {message.id for message in catalogue(language) if message.id}

    assert there - set(TEXTS) == set()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_translation_has_the_gaps_of_its_sentence(language: str) -> None:
    """No gap is lost, misspelt or invented."""
    for message in catalogue(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        if message.id:
            allowed = {gap for text in ids for gap in gaps(text)}
            assert all(gaps(text) <= allowed for text in strings(message)), message.id
            assert gaps(strings(message)[-1]) == gaps(ids[-1]), message.id


def test_the_english_is_that_of_the_code() -> None:
    """English sentences are written in the code and nowhere else."""
    english = [message for message in catalogue("en") if message.id]

    assert [message.id for message in english if strings(message)[0] != first(message)] == []


VALUES: dict[str, Value] = {
    "place": "Överkalix", "places": ("Värnamo", "Överkalix"), "counties": ("Norrbottens län",),
    "of": Of(("Överkalix",)), "topic": TopicName("safety"), "count": Label("mål", 3),
    "number": 3, "all": 5, "shown": 12, "total": 14, "unit": Label("invånare"),
    "label": Label("mål"), "person": "Tobias Pettersson", "role": Both("ordförande", "chair"),
    "body": Both("kommunfullmäktige", "the council"), "year": "2035", "original": "Mål",
    "note": "Så är det.", "title": "Vision och mål", "first": Number(35000),
    **dict.fromkeys(("date", "start", "end", "changed"), TODAY),
}  # fmt: skip


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_sentence_renders(store: Store, language: str) -> None:
    """With all its gaps filled; a sentence with a new gap needs a value here."""
    phrases = Phrases("sv" if language == "sv" else "en", store)
    ours = [text for text in TEXTS if isinstance(text, str) and gaps(text) <= set(VALUES)]

    said = [phrases.say(Said(text, VALUES)) for text in ours]

    assert len(ours) > 80
    assert all(said)
    assert not [text for text in said if "{" in text or "}" in text]


def strings(message: Message) -> tuple[str, ...]:
    """What a message is translated to, its plural too."""
    return message.string if isinstance(message.string, tuple) else (message.string,)


def first(message: Message) -> str:
    """The sentence itself, of one with a plural the singular."""
    return str(message.id[0] if isinstance(message.id, tuple) else message.id)


def gaps(text: str) -> set[str]:
    """The names of the gaps of a sentence."""
    return {name.partition("!")[0] for _, name, _, _ in string.Formatter().parse(text) if name}
