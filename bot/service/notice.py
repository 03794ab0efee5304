"""A message of the day, and a switch that takes the bot out of service; neither needs a restart.

The operator writes a small TOML file, named by KOMMUNMAL_NOTICE, and the next question sees it:

    closed = true                     # answer with this alone; without it, say it beside answers
    sv = "Vi byter dator i kväll. Jag är tillbaka klockan 20."
    en = "We are changing computers tonight. I am back at 8 pm."
    starts = 2026-12-01T18:00:00      # both may be left out; Swedish time
    ends = 2026-12-01T20:00:00
"""

import logging
import tomllib
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.rendering.phrases import Phrases
from knowledge.marking import marked

# A message that leaves room for an answer beside it in one of Telegram's messages.
LONGEST = 1000
_STOCKHOLM = ZoneInfo("Europe/Stockholm")
_CLOSED = marked(
    "I am out of service for a while. Your question was not kept; please ask it again later."
)
_log = logging.getLogger(__name__)


def _swedish(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=_STOCKHOLM)


_Text = Annotated[str, Field(max_length=LONGEST)]
_Moment = Annotated[datetime, AfterValidator(_swedish)]


class Notice(BaseModel):
    """What the operator wants said. `closed`: instead of answers, else beside them."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    closed: Annotated[bool, Field(strict=True)] = False
    sv: _Text = ""
    en: _Text = ""
    starts: _Moment | None = None
    ends: _Moment | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.closed and not self.sv and not self.en:
            raise ValueError("there is neither a text (sv, en) nor closed = true")
        if self.starts and self.ends and self.ends <= self.starts:
            raise ValueError("it ends before it starts")
        return self

    def holds(self, moment: datetime) -> bool:
        """Whether it is said at a moment."""
        return not (self.starts and moment < self.starts) and not (
            self.ends and moment >= self.ends
        )

    def said(self, phrases: Phrases) -> str:
        """Its words in a language; in the other one where it has no more, else ours."""
        own = {"sv": self.sv, "en": self.en}
        return own[phrases.language] or self.sv or self.en or phrases(_CLOSED)


class Notices:
    """The file, read again when it has changed. Without a file there is no notice."""

    def __init__(
        self, path: Path | None, clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._path = path
        self._clock = clock
        self._seen: object = None
        self._notice: Notice | None = None

    def now(self) -> Notice | None:
        """What is to be said at this moment. To be asked before each answer; raises nothing.

        A file that can't be read changes nothing: what was said before stays, and the log says
        what is wrong.
        """
        if self._path is None:
            return None
        seen = _mark(self._path)
        if seen != self._seen:
            self._seen = seen
            self._read(self._path)
        notice = self._notice
        return notice if notice and notice.holds(self._clock()) else None

    def _read(self, path: Path) -> None:
        try:
            text = path.read_text("utf-8-sig")
            # An emptied file is one that was taken away.
            self._notice = Notice.model_validate(tomllib.loads(text)) if text.strip() else None
        except FileNotFoundError:
            self._notice = None
        except ValidationError as error:
            _log.error("the notice is not used: %s", _told(error))
        except (OSError, ValueError) as error:
            _log.error("the notice is not used: %s", type(error).__name__)
        else:
            _log.info("the notice was read: %s", _state(self._notice))


def _mark(path: Path) -> object:
    """What differs once a file was changed, replaced, or taken away."""
    try:
        state = path.stat()
    except OSError as error:
        return type(error)
    return (state.st_mtime_ns, state.st_size, state.st_ino)


def _told(error: ValidationError) -> str:
    return "; ".join(
        f"{'.'.join(map(str, one['loc'])) or 'file'}: {one['msg']}"
        for one in error.errors(include_input=False)
    )


def _state(notice: Notice | None) -> str:
    if notice is None:
        return "none"
    return "out of service" if notice.closed else "a message beside answers"
