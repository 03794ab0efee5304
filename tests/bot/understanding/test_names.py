"""Which municipalities a message names."""

import pytest

from bot.understanding.question import Question
from tests.bot.understanding.conftest import Reader, Understand

# A sentence, and the municipalities or other places that it names, in order.
NAMED = [
    # spelled right, in the genitives of both languages
    ("Vilka mål har Värnamo?", ["Värnamo"]),
    ("Värnamos mål", ["Värnamo"]),
    ("Värnamo kommuns mål", ["Värnamo"]),
    ("Värnamo's goals", ["Värnamo"]),
    ("Värnamo’s goals", ["Värnamo"]),
    ("Överkalix's goals", ["Överkalix"]),
    ("Överkalix mål", ["Överkalix"]),
    ("Vilka är Orust kommuns mål?", ["Orust"]),
    ("Jokkmokks vision", ["Jokkmokk"]),
    ("VÄRNAMO MÅL", ["Värnamo"]),
    # what is written on to a name
    ("överkalixborna mål", ["Överkalix"]),
    ("värnamokommuns mål", ["Värnamo"]),
    # without Swedish letters, or with two letters for one
    ("Overtornea goals", ["Övertorneå"]),
    ("oevertorneaa mål", ["Övertorneå"]),
    ("Vaernamo goals", ["Värnamo"]),
    ("varnamo goals", ["Värnamo"]),
    # names of several words, and with hyphens
    ("Upplands Väsby mål", ["Upplands Väsby"]),
    ("upplandsbro mål", ["Upplands-Bro"]),
    ("Dals-Ed mål", ["Dals-Ed"]),
    ("dals ed mål", ["Dals-Ed"]),
    # other names in use
    ("what are the goals of Gothenburg", ["Göteborg"]),
    ("Falu kommuns mål", ["Falun"]),
    ("Falu kommun vision", ["Falun"]),
    ("Jåhkåmåhkke vision", ["Jokkmokk"]),
    ("Dálvvadis vision", ["Jokkmokk"]),
    ("Jokimukka vision", ["Jokkmokk"]),
    ("Matarengi mål", ["Övertorneå"]),
    ("Matarenki goals", ["Övertorneå"]),
    ("Ylikainuu goals", ["Överkalix"]),
    ("Haaparanta vision", ["Haparanda"]),
    ("Jiellevárri vision", ["Gällivare"]),
    ("Giron vision", ["Kiruna"]),
    ("Luulaja mål", ["Luleå"]),
    # one name within another
    ("Kalix mål", ["Kalix"]),
    ("Köping vision", ["Köping"]),
    ("Lidköping mål", ["Lidköping"]),
    ("Bergs kommun mål", ["Berg"]),
    # one letter apart
    ("Alvesta vision", ["Alvesta"]),
    ("Avesta vision", ["Avesta"]),
    ("Linköping mål", ["Linköping"]),
    ("Nora mål", ["Nora"]),
    ("Mora mål", ["Mora"]),
    ("Ale mål", ["Ale"]),
    ("Åre mål", ["Åre"]),
    ("Sala vision", ["Sala"]),
    ("Malå vision", ["Malå"]),
    ("Habo vision", ["Habo"]),
    ("Håbo vision", ["Håbo"]),
    ("habo kommun mål", ["Habo"]),
    # misspelt
    ("stokholm vision", ["Stockholm"]),
    ("jokmokk vision", ["Jokkmokk"]),
    ("linkping mål", ["Linköping"]),
    ("alvsta vision", ["Alvesta"]),
    ("hbo vision", ["Habo/Håbo"]),
    # with something written on
    ("Vad står det i Jokkmokksvisionen?", ["Jokkmokk"]),
    ("vilka är värnamomålen", ["Värnamo"]),
    ("Ljungbyvisionen", ["Ljungby"]),
    ("Åmåls mål", ["Åmål"]),
    ("haboo kommun mål", ["Habo/Håbo"]),
    # several
    ("Jämför Värnamo, Ljungby och Kalix", ["Värnamo", "Ljungby", "Kalix"]),
    # names that are ordinary words too
    ("Hur vill Lund vara 2030?", ["Lund"]),
    ("Boden, vad vill man uppnå till 2030?", ["Boden"]),
    ("Vara kommuns vision", ["Vara"]),
    ("vara vision", ["Vara"]),
    ("mål för Vara", ["Vara"]),
    ("Vad vill kommunen Vara?", ["Vara"]),
    ("Berg", ["Berg"]),
    ("lund", ["Lund"]),
    ("Vilka mål har Mora?", ["Mora"]),
    ("mora goals", ["Mora"]),
    ("LUND VISION", ["Lund"]),
    ("Are kommun mål", ["Åre"]),
    ("ljungby och are", ["Ljungby", "Åre"]),
    ("Åre vill bli bäst på turism, stämmer det?", ["Åre"]),
    ("mål i ange", ["Ånge"]),
    # a name that begins as a listed word does
    ("visions of jokkmokk + tierp pls", ["Jokkmokk", "Tierp"]),
    ("Vänligen ange visionen för Övertorneå", ["Övertorneå"]),
    ("Vilket år anges för Jokkmokks vision?", ["Jokkmokk"]),
    ("My husband and I are curious about Värnamo", ["Värnamo"]),
    ("Are municipal companies covered by Ljungby's steering?", ["Ljungby"]),
    ("Which goals in Ljungby municipality are about young people?", ["Ljungby"]),
    # places that are no Swedish municipality
    ("Torneås mål", ["Torneå"]),
    ("Vad är visionen i Torneå?", ["Torneå"]),
    ("Ylitornio goals", ["Ylitornio"]),
]
# Sentences in which an ordinary word, or a beginning of a name, is no name.
NAMELESS = [
    "Jag har fått i läxa att läsa visionen",
    "vad vill kommunen vara",
    "vad ska det vara bra för",
    "hur ska kommunen vara 2030",
    "Are there any goals?",
    "Which municipality are you talking about?",
    "What are the goals of the plan and are they still valid?",
    "finns det ett mål för vårt berg här uppe",
    "marken ska vara ren i hela kommunen",
    "what is their mission",
    "mor och far",
    "Blurred vision after the flu, dangerous",
    "Jönköpings län",
    "Goals in Kalmar county",
    "",
]


def names(question: Question) -> list[str]:
    """The names of a question's places; those that a word fits equally well as one."""
    return [
        "/".join(place.name for place in mention.places) or mention.name
        for mention in question.reading.mentions
    ]


@pytest.mark.parametrize(("sentence", "expected"), NAMED)
def test_a_name_is_recognised(understand: Understand, sentence: str, expected: list[str]) -> None:
    """However it is spelled or inflected, and never as its neighbour."""
    assert names(understand(sentence)) == expected


@pytest.mark.parametrize("sentence", NAMELESS)
def test_an_ordinary_word_is_no_name(understand: Understand, sentence: str) -> None:
    """Without a cue beside it, "vara" is a verb."""
    assert names(understand(sentence)) == []


def test_a_verb_after_a_verb_is_no_name(understand: Understand) -> None:
    """ "Och" joins a name to a name alone."""
    assert names(understand("hur ska det bli och vara här i kommunen")) == []


def test_a_verb_after_a_small_word_is_no_name(understand: Understand) -> None:
    """ "Ta till vara" is about no municipality."""
    assert names(understand("vad gör ni för att ta till vara naturen")) == []


def test_all_names_of_the_register_are_recognised(understand: Understand) -> None:
    """Each of the 290 in a plain question, as itself and nothing else."""
    store = understand.store  # type: ignore[attr-defined]
    places = [place for county in store.counties for place in store.in_county(county)]
    wrong = {
        place.name: found
        for place in places
        if (found := names(understand(f"Vilka mål har {place.name} kommun?"))) != [place.name]
    }

    assert len(places) == 290
    assert wrong == {}


def test_a_mention_covers_its_words_alone(reading: Reader) -> None:
    """The name of two words takes two, the word after it is left."""
    found = reading("mål för Upplands Väsby kommun")

    assert [(mention.start, mention.end) for mention in found.mentions] == [(2, 4)]


def test_a_slip_tells_how_far_it_is_from_the_name(reading: Reader) -> None:
    """For whoever weighs it."""
    assert [m.distance for m in reading("stokholm vision").mentions] == [1]
    assert [m.distance for m in reading("Stockholm vision").mentions] == [0]
