"""Which one of a list is meant: "den andra", "goal 3", "the last"."""

from bot.understanding.reading import Reading

# Words that count as an ordinal anywhere, and number words that do so only after "mål", "number".
_ORDINALS = {
    word: number
    for number, words in {
        1: "forsta ettan first 1a", 2: "andra tvaan second 2a mittersta middle",
        3: "tredje trean third 3e", 4: "fjarde fyran fourth 4e", 5: "femte femman fifth 5e",
        6: "sjatte sexan sixth 6e", 7: "sjunde sjuan seventh 7e", -1: "sista last final",
    }.items()
    for word in words.split()
}  # fmt: skip
_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("1 ett one", "2 tva two", "3 tre three", "4 fyra four", "5 fem five", "6 sex six"), start=1
    )
    for word in words.split()
}
_FEW = 3
_BEFORE_NUMBER = frozenset(
    ("mal", "goal", "nummer", "number", "nr", "no", "punkt", "point", "omrade", "area", "malomrade")
)


def ordinal(reading: Reading) -> int | None:
    """Which one of a list is meant: 1 for the first, -1 for the last."""
    folded = [word.folded for word in reading.words]
    for word in folded:
        if word in _ORDINALS:
            return _ORDINALS[word]
    for before, word in zip(["nr", *folded], folded, strict=False):
        short = len(folded) <= _FEW and before not in {"de", "the"}
        if word in _NUMBERS and (before in _BEFORE_NUMBER or short):
            return _NUMBERS[word]
    return None
