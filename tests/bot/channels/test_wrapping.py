"""Lines are broken at the width of the screen, and colours and links come through whole."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.terminal import COLOURS
from bot.channels.wrapping import wrapped

URL = "https://habo.example/vision#:~:text=Ett%20tryggt%20Habo"


def unstyled(text: str) -> str:
    """What is seen on the screen."""
    return re.sub(r"\033\]8;;.*?\033\\|\033\[[0-9;]*m", "", text)


def test_a_quote_is_indented_under_its_point() -> None:
    """So that the points stand out."""
    assert wrapped("• ett två tre fyra", 9) == "• ett två\n  tre\n  fyra"


def test_an_address_is_never_broken() -> None:
    """It could not be opened."""
    assert wrapped(f"  {URL}", 20) == f"  {URL}"
    assert unstyled(wrapped(f"  {COLOURS.aside(URL)}", 20)) == f"  {URL}"


def test_short_lines_and_empty_ones_stay() -> None:
    """As they are."""
    assert wrapped("mål\n\n  vision", 20) == "mål\n\n  vision"


def test_a_link_ends_with_the_line_and_begins_again() -> None:
    """No margin is part of a link, and each line of it can be opened."""
    text = f"• {COLOURS.link('ett två tre', URL)} {COLOURS.aside('(mål)')}"

    first, second = wrapped(text, 11).splitlines()

    assert first == f"• \033]8;;{URL}\033\\ett två\033]8;;\033\\"
    assert second == f"  \033]8;;{URL}\033\\tre\033]8;;\033\\ \033[2m(mål)\033[0m"


WORDS = st.lists(st.text("åäöabc-,.", min_size=1, max_size=30), min_size=2)


@given(
    WORDS, st.sampled_from([str, COLOURS.heading, COLOURS.aside, lambda t: COLOURS.link(t, URL)])
)
def test_with_colours_the_screen_shows_the_same(words: list[str], style: object) -> None:
    """Colours change neither the words nor where lines break; each line closes what it opens."""
    assert callable(style)
    text = "• " + " ".join(words)
    coloured = "• " + style(" ".join(words[:-1])) + " " + words[-1]

    lines = wrapped(coloured, 40).splitlines()

    assert [unstyled(line) for line in lines] == wrapped(text, 40).splitlines()
    assert all(line.count("\033[0m") == len(re.findall(r"\033\[[12]m", line)) for line in lines)
    assert all(line.count("\033]8;;") % 2 == 0 for line in lines)
