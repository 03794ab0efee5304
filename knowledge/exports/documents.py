"""The documents of each format: which there are, what they are called, what is in them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.exports.as_stratml import NotStratML, as_stratml
from knowledge.library import Library, PlanFile

ONE_FILE = ("json", "csv", "xlsx")
ONE_EACH = ("stratml", "toml")


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be written: its usual name and its bytes."""

    name: str
    content: bytes


def documents(
    format_: str,
    plan_files: Sequence[PlanFile],
    library: Library,
    day: date,
    separator: str,
    refuse: Callable[[NotStratML], None],
) -> Iterator[Document]:
    """The documents of a format. A plan that the format can't hold is told to `refuse`."""
    match format_:
        case "json":
            from knowledge.exports.as_json import as_json

            yield Document("kommunmal.json", as_json(plan_files, library, day).encode())
        case "csv":
            from knowledge.exports.as_csv import as_csv

            text = as_csv(plan_files, library, day, separator)
            yield Document("kommunmal.csv", text.encode())
        case "xlsx":
            from knowledge.exports.as_xlsx import as_xlsx

            yield Document("kommunmal.xlsx", as_xlsx(plan_files, library, day))
        case "toml":
            from knowledge.exports.as_toml import plan_to_toml

            for plan_file in plan_files:
                yield Document(_name(plan_file, "toml"), plan_to_toml(plan_file.plan).encode())
        case _:
            for plan_file in plan_files:
                try:
                    text = as_stratml(plan_file, library, day)
                except NotStratML as error:
                    refuse(error)
                else:
                    yield Document(_name(plan_file, "xml"), text.encode())


def _name(plan_file: PlanFile, suffix: str) -> str:
    stem = plan_file.file.rsplit("/", 1)[-1].removesuffix(".toml")
    return f"{stem}.{suffix}"
