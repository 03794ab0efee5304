"""How much of the pages in tests/knowledge/intake/pages a draft gets right.

`python -m tests.knowledge.intake.measuring first` prints the figures of one folder and what is
missing, wrong or too many. What a reader finds is in each folder's expected.toml.
"""

import sys
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from knowledge.intake.capture import read
from knowledge.intake.draft import Draft, make_draft
from knowledge.intake.draft_json import as_object
from knowledge.intake.remarks import english
from knowledge.library import Library
from knowledge.pages import Page

PAGES = Path(__file__).parent / "pages"
_SAME = str.maketrans({"\xad": "", "\xa0": " "})


@dataclass
class Measure:
    """Counts over pages: of statements that are goals and the like, and of the prose around."""

    counts: Counter[str] = field(default_factory=Counter)
    remarks: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        """One count through another; 1 where there was nothing to find."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    def add(self, name: str, ok: bool, remark: str) -> None:
        """Count it, and say where it failed."""
        self.counts[name] += ok
        if not ok:
            self.remarks.append(remark)


def measure(folder: str) -> Measure:
    """Draft every page of a folder and compare."""
    library = Library()
    result = Measure()
    expected = tomllib.loads((PAGES / folder / "expected.toml").read_text(encoding="utf-8"))
    for name, wanted in expected.items():
        (page,) = (p for p in (PAGES / folder).glob(f"{name}.*") if p.suffix != ".typ")
        captured = read(page.read_bytes())  # its name would give the municipality away
        draft = make_draft(captured, library)
        _invented(result, name, draft, Page(captured.text, captured.mend))
        _replaced(result, name, wanted.get("replaced", []), draft)
        _compare(result, name, wanted, as_object(draft, lambda r, _: english(r), "en"))
    return result


def _invented(result: Measure, name: str, draft: Draft, page: Page) -> None:
    for proposal in draft.proposals:
        if page.find(proposal.original) is None:
            result.counts["invented"] += 1
            result.remarks.append(f"{name}: INVENTED {proposal.original}")


def _replaced(result: Measure, name: str, wanted: list[str], draft: Draft) -> None:
    have = {_key(p.original) for p in draft.proposals if p.replaced}
    result.counts["facts"] += 1
    result.add("facts right", have == {_key(words) for words in wanted}, f"{name}: replaced {have}")


def _compare(result: Measure, name: str, wanted: dict[str, Any], got: dict[str, Any]) -> None:
    by_words = {_key(s["original"]): s for s in got["statements"]}
    known = set()
    for group in ("statements", "prose"):
        for kinds, words, parent in wanted.get(group, []):
            known.add(_key(words))
            result.counts[group] += 1
            found = by_words.get(_key(words))
            if found is None and group == "prose":
                # A sentence that leans on the one before is kept together with it.
                found = next((s for key, s in by_words.items() if _key(words) in key), None)
                known.update([_key(found["original"])] if found else [])
            result.add(f"{group} found", found is not None, f"{name}: {group}: missing {words}")
            if found is None:
                continue
            right = found["kind"] in kinds.split("|")
            result.add(
                f"{group} kind", right, f"{name}: {found['kind']} instead of {kinds}: {words}"
            )
            belongs = _key(found["parent"] or "") == _key(parent)
            result.add(
                f"{group} parent", belongs, f"{name}: belongs to {found['parent']!r}: {words}"
            )
            result.counts[f"{group} right"] += right and belongs
    result.counts["to look at"] += sum(1 for s in got["statements"] if s["check"])
    for words, statement in by_words.items():
        if words not in known:
            result.counts["too many"] += 1
            result.remarks.append(f"{name}: TOO MANY {statement['kind']} {statement['original']}")
    _facts(result, name, wanted, got)


def _facts(result: Measure, name: str, wanted: dict[str, Any], got: dict[str, Any]) -> None:
    for key in ("published", "changed", "decided", "paragraph", "period"):
        value = wanted.get(key)
        text = value.isoformat() if hasattr(value, "isoformat") else value
        text = f"§ {text}" if key == "paragraph" and text is not None else text
        have = got[key]
        result.counts["facts"] += 1
        result.add("facts right", text == have, f"{name}: {key} {have!r}, not {text!r}")
    result.counts["facts"] += 1
    result.add(
        "facts right",
        got["municipality"] == wanted["place"],
        f"{name}: municipality {got['municipality']!r}",
    )
    said = any(count["number"] != count["listed"] for count in got["stated_counts"])
    result.counts["facts"] += 1
    result.add(
        "facts right",
        said == wanted.get("miscount", False),
        f"{name}: counts {got['stated_counts']}",
    )


def _key(words: str) -> str:
    return " ".join(words.translate(_SAME).split()).strip(' .”"').casefold()


def _print(folder: str) -> None:
    result = measure(folder)
    print(*result.remarks, sep="\n")
    for group in ("statements", "prose"):
        for part in ("found", "kind", "parent", "right"):
            name = f"{group} {part}"
            print(f"{name:20} {result.counts[name]:4} of {result.counts[group]}")
    print(f"{'facts right':20} {result.counts['facts right']:4} of {result.counts['facts']}")
    print(
        f"too many {result.counts['too many']}, invented {result.counts['invented']}, "
        f"to look at {result.counts['to look at']}"
    )


if __name__ == "__main__":
    for one in sys.argv[1:]:
        _print(one)
