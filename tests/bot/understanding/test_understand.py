"""A message as a question: of whom, what, on what, in which language."""

from collections.abc import Sequence

import pytest

from bot.understanding.question import CHAT, FOLLOW, OFF, group_of
from knowledge.models import Kind
from tests.bot.understanding.conftest import Understand

INTENTS = [
    ("Vilka mål har Värnamo?", "goals"),
    ("What is Jokkmokk's vision?", "vision"),
    ("Ljungby", "overview"),
    ("Har Överkalix en verksamhetsidé?", "mission"),
    ("Vilka värderingar har Övertorneå?", "values"),
    ("Vilka är Ljungbys fokusområden?", "focus_areas"),
    ("Hur många mål har Värnamo?", "count"),
    ("När började Värnamos mål gälla?", "start"),
    ("Gäller Jokkmokks vision?", "status"),
    ("Vem har beslutat Jokkmokks vision?", "decided"),
    ("Jämför Värnamo och Ljungby", "compare"),
    ("Vilka kommuner nämner skola?", "across"),
    ("Vilka kommuner känner du till?", "covered"),
    ("Vad säger Ljungby om vatten?", "topic"),
    ("När publicerades Värnamos sida?", "published"),
    ("hej", "greeting"),
    ("tack så mycket", "thanks"),
    ("are you a robot?", "robot"),
    ("vad kan du?", "help"),
    ("who won the world cup", "off_topic"),
    ("bygglov i Värnamo", "off_topic"),
    # a county beside a municipality is where it lies, and what follows "so" is no thing asked for
    ("Ljungby, Kronoberg", "overview"),
    ("Could you give me Ljungby's vision goals so the kids can argue about them?", "goals"),
    # the asker's own people are no topic, and beside a list asked for as a whole no story is
    ("my boss wants one line on Jokkmokk's vision", "vision"),
    ("min chef vill ha Ljungbys fokusområden", "focus_areas"),
    ("vi vill flytta norrut och tittar på Överkalix, vad prioriterar de", "priorities"),
    ("I care about water. Does Ljungby have goals for that?", "topic"),
    ("När det gäller skolan, vilka mål har Överkalix?", "topic"),
    # what a message is for is no topic
    ("My kid has a school project on Ljungby", "overview"),
    ("Können Sie mir die Ziele von Överkalix nennen?", "goals"),
    ("Voisitko kertoa mitkä ovat Övertorneån tavoitteet?", "goals"),
    # who ranks what no plan has asks of no plan
    ("Vem satsar mest på skog?", "across"),
    ("Vem äger mest skog i Sverige?", "off_topic"),
]
LANGUAGES = [
    ("Vilka mål har Värnamo?", "sv"),
    ("what are Värnamo's goals", "en"),
    ("Hvilke mål har Värnamo kommune?", "sv"),
    ("Hvad er visionen for Ljungby?", "sv"),
    ("Was sind die Ziele von Ljungby?", "en"),
    ("varnamo mal", "sv"),
    ("What vision has Värnamo after laser surgery?", "en"),
    ("wats jokmokks vison", "en"),
    ('What does "formar vi framtiden" mean?', "en"),
    ('Vad innebär "a strong municipality"?', "sv"),
    ("Ljungby", None),
]


@pytest.mark.parametrize(("text", "intent"), INTENTS)
def test_what_is_asked_is_understood(understand: Understand, text: str, intent: str) -> None:
    """Plain questions in both languages."""
    assert understand(text).intent == intent


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_the_language_is_told(understand: Understand, text: str, language: str | None) -> None:
    """Norwegian and Danish are Swedish, others English; a name or a quotation tells none."""
    assert understand(text).language == language


@pytest.mark.parametrize(
    ("text", "covered", "uncovered", "elsewhere"),
    [
        ("Jag bor i Ljungby. Vad vill Värnamo?", ["Värnamo"], [], ()),
        ("Jämför Ljungby och Kalix", ["Ljungby"], ["Kalix"], ()),
        ("Ljungby, Värnamo: mål?", ["Ljungby", "Värnamo"], [], ()),
        ("Lund and Värnamo's goals", ["Värnamo"], ["Lund"], ()),
        # what is told of in another sentence is not asked of
        ("Överkalix I know already. Now Kalix, what are they after?", [], ["Kalix"], ()),
        ("Ljungby har jag hört om, vad är visionen?", ["Ljungby"], [], ()),
        ("Hva er målene for Bærum kommune?", [], [], ("Bærum",)),
        ("Torneås mål", [], [], ("Torneå",)),
        ("Värnamo Värnamo Värnamo mål", ["Värnamo"], [], ()),
        # a list goes on after a comma; a neighbour in the same sentence is not asked of
        (
            "Ge mig visionerna för Värnamo, Ljungby och Jokkmokk i ett svar",
            ["Värnamo", "Ljungby", "Jokkmokk"],
            [],
            (),
        ),
        ("Alvesta gränsar ju till Ljungby, men vad har Alvesta för mål?", [], ["Alvesta"], ()),
    ],
)
def test_who_is_asked_of(
    understand: Understand,
    text: str,
    covered: list[str],
    uncovered: list[str],
    elsewhere: tuple[str, ...],
) -> None:
    """A name in the story is not asked of; each counts once."""
    question = understand(text)

    assert [place.name for place in question.covered] == covered
    assert [place.name for place in question.uncovered] == uncovered
    assert question.elsewhere == elsewhere


def test_what_is_written_short_is_read_in_full(understand: Understand) -> None:
    """Messages have "ppl" and "mkt"."""
    assert understand("does Jokkmokk want more ppl there").topics == ("population",)
    assert understand("wot does varnamo want").intent == understand("what does varnamo want").intent


@pytest.mark.parametrize(
    ("text", "cue", "there"),
    [
        ("what goals did Överkalix have last term", "ask.document", False),
        ("har du last Jokkmokks dokument", "ask.document", True),
        ("what is the vardegrund of Övertorneå", "kind.value", True),
        ("is the vision of Värnamo over", "ask.status", True),
    ],
)
def test_english_words_are_no_swedish_ones_without_letters(
    understand: Understand, text: str, cue: str, *, there: bool
) -> None:
    """Things an English message may well call by their Swedish names."""
    assert (cue in understand(text).reading.cues) == there


@pytest.mark.parametrize(
    ("text", "ordinal"),
    [
        ("det andra målet", 2), ("den sista", -1), ("the third one", 3), ("mål 2", 2),
        ("nummer tre", 3), ("2", 2), ("ettan", 1), ("de tre målen", None), ("målen", None),
    ],
)  # fmt: skip
def test_ordinals(understand: Understand, text: str, ordinal: int | None) -> None:
    """The second one, the last one; a number that counts is none."""
    assert understand(text).ordinal == ordinal


@pytest.mark.parametrize(
    ("text", "kinds", "topics"),
    [
        ("Vilka mål har Ljungby för vatten?", (Kind.GOAL,), ("water",)),
        ("vision", (Kind.VISION,), ()),
        ("Har de fokusområden?", (Kind.FOCUS_AREA,), ()),
        # what is done for a thing is not the thing, unless nothing else is named
        ("Which of these places would fund schools?", (), ("education",)),
        ("språk och kultur, vilken kommun satsar på det", (), ("language", "culture")),
        ("Which of these places would fund us?", (), ("investment",)),
    ],
)
def test_kinds_and_topics(
    understand: Understand, text: str, kinds: Sequence[Kind], topics: Sequence[str]
) -> None:
    """Of the clause that asks."""
    question = understand(text)

    assert (question.kinds, question.topics) == (kinds, topics)


def test_nothing_goes_on_where_nothing_was_said(understand: Understand) -> None:
    """Without a conversation, no follow-up is likely, and the shares still sum to one."""
    likely = understand("mer").likely

    assert sum(likely[intent] for intent in FOLLOW if intent in likely) == 0
    assert sum(likely.values()) == pytest.approx(1)


def test_every_intent_has_one_group(understand: Understand) -> None:
    """Groups do not overlap."""
    question = understand("Vilka mål har Värnamo?")

    assert not CHAT & FOLLOW
    assert not OFF & (CHAT | FOLLOW)
    assert question.group == group_of("goals") == "goals"


def test_a_decision_is_explained(understand: Understand) -> None:
    """By the features that spoke for it."""
    question = understand("Vilka mål har Värnamo?")
    reasons = understand.explain(question, 3)  # type: ignore[attr-defined]

    assert len(reasons) == 3
    assert all(isinstance(name, str) and weight for name, weight in reasons)
