"""A message word by word: clauses, the one that asks, cues, and what is left over."""

import pytest

from tests.bot.understanding.conftest import Reader

# a message, and the words of the clause that asks
ASKING = [
    ("Vilka mål har Värnamo?", "Vilka mål har Värnamo"),
    ("Vi tittar på hus i Värnamo. Vart är kommunen på väg?", "Vart är kommunen på väg"),
    ("i have job interview in Ljungby tomorrow, what goals they have?", "what goals they have"),
    ("Hej! Vad vill Ljungby? Tack på förhand.", "Vad vill Ljungby"),
    ("Vilka mål har Värnamo? Jag skriver en uppsats", "Vilka mål har Värnamo"),
    # what is named just before is asked about
    ("Vindkraft i Jokkmokk, vad säger de?", "Vindkraft i Jokkmokk vad säger de"),
    ("Ljungby, vatten, skola, vad säger de?", "vad säger de"),
    # what only asks whether something is so, asks about what was said before it
    ("Jag är 81. Visionen gäller hela Ljungby. Stämmer det?",
     "Visionen gäller hela Ljungby Stämmer det"),
    ("", ""),
    ("?!", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ASKING)
def test_the_clause_that_asks_is_found(reading: Reader, text: str, expected: str) -> None:
    """The rest is a story."""
    found = reading(text)
    asking = found.words[found.asking.start : found.asking.end]

    assert " ".join(word.raw for word in asking) == expected


def test_clauses_cover_all_words_once(reading: Reader) -> None:
    """Each tells whether its sentence ends in a question mark."""
    found = reading("Hej, vi bor i Ljungby. Vad vill kommunen, och när? Tack")
    edges = [(clause.start, clause.end, clause.asked) for clause in found.clauses]

    assert edges == [(0, 1, False), (1, 5, False), (5, 8, True), (8, 10, True), (10, 11, False)]


@pytest.mark.parametrize(
    ("text", "section", "expected"),
    [
        ("Vilka målområden har Övertorneå?", "kind", ["goal_area"]),
        ("What are the goal areas?", "kind", ["goal_area"]),
        ("Vilka visionsmål har Ljungby?", "kind", ["goal"]),
        ("vision och mål", "kind", ["vision", "goal"]),
        ("mål, mål och mål", "kind", ["goal"]),
        ("bygglov", "else", ["service"]),
        ("vattenfrågor", "topic", ["water"]),
        ("vsion", "kind", ["vision"]),
    ],
)
def test_cues_are_found_by_section(
    reading: Reader, text: str, section: str, expected: list[str]
) -> None:
    """Each once; of one within another only the longer, of a misspelt word the mended one."""
    assert reading(text).groups(section) == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [("vision 2030", (2030,)), ("1999 eller 2035", (1999, 2035)), ("20300, 3020 och 12", ())],
)
def test_years_are_four_digits_of_our_time(
    reading: Reader, text: str, years: tuple[int, ...]
) -> None:
    """Other numbers are none."""
    assert reading(text).years == years


def test_what_is_nothing_known_is_left_over(reading: Reader) -> None:
    """Neither names, cues and words of grammar nor numbers and short words."""
    found = reading("Vad säger Jokkmokk om brevduvor 2030 xyz?")

    assert [found.words[position].raw for position in found.unknown] == ["brevduvor"]


def test_invisible_characters_are_not_read(reading: Reader) -> None:
    """Soft hyphens, marks of direction and a zero width space within words."""
    found = reading("V\u00e4r\u00adnamo\u202e m\u00e5\u200bl")

    assert [word.raw for word in found.words] == ["Värnamo", "mål"]
    assert [mention.name for mention in found.mentions] == ["Värnamo"]


SPELLED = [
    # letters typed as one, as two, and a slip
    "Vilka nivåer har Jokkmokks vision?",
    "Vilka nivaer har Jokkmokks vision?",
    "Vilka nivaaer har Jokkmokks vision?",
    "VILKA NIVÅER HAR JOKKMOKKS VISION?",
]


@pytest.mark.parametrize("text", SPELLED)
def test_a_word_is_read_alike_however_it_is_typed(reading: Reader, text: str) -> None:
    """With its letters put back."""
    found = reading(text)
    assert found.words[1].lower == "nivåer"
    assert found.hits == reading(SPELLED[0]).hits


def test_what_fits_two_words_stays_as_it_was_typed(reading: Reader) -> None:
    """ "Ar" is "är" or "år"; and Habo is no Håbo."""
    assert reading("vilka ar galler").words[1].lower == "ar"
    assert [mention.name for mention in reading("Habo mål").mentions] == ["Habo"]
