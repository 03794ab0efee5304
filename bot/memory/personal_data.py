"""Takes personal data out of a text, by the patterns of `personal_data.toml`.

>>> without_personal_data("Jag heter Anna Svensson, 0370-37 70 00. Vilka mål har Kalix?")
'Jag heter [name], [phone]. Vilka mål har Kalix?'

What no pattern can know stays: a name in running text, an illness told. Texts are therefore kept
for a short time only, and for staff alone.
"""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from knowledge.marking import marked
from knowledge.text import clean

_FRAGMENT = re.compile(r"(?<!\(\?P)<([a-z]+)>")
# What may stand in the place of something; shown to staff in their language.
MARKS = {
    "account": marked("account"),
    "address": marked("address"),
    "card": marked("card"),
    "case": marked("case"),
    "date": marked("date"),
    "e-mail": marked("e-mail"),
    "handle": marked("handle"),
    "ip": marked("IP address"),
    "link": marked("link"),
    "name": marked("name"),
    "number": marked("number"),
    "personal number": marked("personal number"),
    "phone": marked("phone"),
    "place": marked("place"),
    "plate": marked("registration plate"),
    "postcode": marked("postcode"),
    "property": marked("property"),
}
MARK = re.compile(rf"\[({'|'.join(map(re.escape, MARKS))})\]")


@dataclass(frozen=True, slots=True)
class _Pattern:
    find: re.Pattern[str]
    keep: re.Pattern[str] | None
    put: str

    def __call__(self, text: str) -> str:
        return self.find.sub(self._instead, text)

    def _instead(self, match: re.Match[str]) -> str:
        group = "part" if "part" in self.find.groupindex else 0
        part, start = match[group], match.start()
        if self.keep and self.keep.fullmatch(part.strip()):
            return match[0]
        before = match[0][: match.start(group) - start]
        after = match[0][match.end(group) - start :]
        return f"{before}{self.put}{after}"


def without_personal_data(text: str) -> str:
    """The text with marks such as "[phone]" in place of what may tell who somebody is.

    Characters are composed and in their plain variants first; white space at the ends goes.
    """
    plain = clean(unicodedata.normalize("NFKC", text)).strip()
    for pattern in _patterns():
        plain = pattern(plain)
    return plain


def without_marks(text: str) -> str:
    """The text without the marks, as it can be asked again."""
    return " ".join(MARK.sub(" ", text).split())


@cache
def _patterns() -> tuple[_Pattern, ...]:
    data = tomllib.loads(files(__package__).joinpath("personal_data.toml").read_text("utf-8"))
    fragments: dict[str, str] = {}
    for name, written in data["fragments"].items():
        fragments[name] = _whole(written, fragments)
    return tuple(
        _Pattern(
            re.compile(_whole(entry["find"], fragments)),
            re.compile(_whole(entry["keep"], fragments)) if "keep" in entry else None,
            entry.get("put", f"[{entry['what']}]"),
        )
        for entry in data["pattern"]
    )


def _whole(written: str, fragments: dict[str, str]) -> str:
    """A regular expression with its fragments in place; `(?P<part>` is none."""
    return _FRAGMENT.sub(lambda match: f"(?:{fragments[match[1]]})", written)
