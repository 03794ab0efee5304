"""What the intake has to tell a person, in one language or the other.

A remark is an English sentence with gaps; whoever shows it looks up the sentence in the
catalogue of the reader's language and fills the gaps.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from knowledge.errors import KnowledgeError
from knowledge.models import Language


@dataclass(frozen=True, slots=True)
class Both:
    """Words that differ by the reader's language: a label of the page, and our English for it."""

    sv: str
    en: str


Value = str | int | Both


@dataclass(frozen=True, slots=True)
class Remark:
    """One of our sentences, by its English text, and what its gaps are filled with."""

    text: str
    values: Mapping[str, Value] = field(default_factory=dict)


Say = Callable[[Remark, Language], str]


def in_language(values: Mapping[str, Value], language: Language) -> dict[str, str | int]:
    """What the gaps are filled with, in the reader's language."""
    return {
        name: getattr(value, language) if isinstance(value, Both) else value
        for name, value in values.items()
    }


def english(remark: Remark) -> str:
    """The remark in English, for errors and for who has no catalogue."""
    return remark.text.format(**in_language(remark.values, "en"))


class CannotTake(KnowledgeError):
    """A page, plan or spreadsheet can't be taken in; the remark says why and what to do."""

    def __init__(self, text: str, **values: Value) -> None:
        self.remark = Remark(text, values)
        super().__init__(english(self.remark))
