"""Our sentences to staff, in the language of their system: Swedish or English."""

import gettext
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from babel import Locale
from babel.core import negotiate_locale
from babel.dates import format_date

import bot.rendering
from bot.rendering.phrases import LOCALES
from knowledge.models import Language

_CATALOGUES = Path(bot.rendering.__file__).parent / "locale"
# In the order in which a POSIX system looks for them.
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def staff_language(environ: Mapping[str, str]) -> Language:
    """Swedish where the system's locale is Swedish, else English."""
    setting = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    found = negotiate_locale([setting.partition(".")[0]], ["sv", "en"])
    return "sv" if found == "sv" else "en"


class Speech:
    """Sentences by their English text, with the gaps filled."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._locale = Locale.parse(LOCALES[language])
        self._catalogue = gettext.translation(
            "kommunmal", localedir=str(_CATALOGUES), languages=[language]
        )

    def __call__(self, text: str, **values: object) -> str:
        """One sentence; dates are written as the language writes them."""
        return self._catalogue.gettext(text).format(
            **{name: self._value(value) for name, value in values.items()}
        )

    def _value(self, value: object) -> str:
        return format_date(value, "long", self._locale) if isinstance(value, date) else str(value)
