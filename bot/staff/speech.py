"""Sentences to staff with the language said: what the intake remarks on goes into plan files too.

Other staff output follows the locale of the process; a draft's language is chosen by the caller.
"""

import gettext
from datetime import date

from babel import Locale
from babel.dates import format_date

from bot.rendering.phrases import LOCALES
from bot.translated import CATALOGUES, DOMAIN
from knowledge.models import Language


class Speech:
    """Sentences by their English text, with the gaps filled."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._locale = Locale.parse(LOCALES[language])
        self._catalogue = gettext.translation(
            DOMAIN, localedir=str(CATALOGUES), languages=[language]
        )

    def __call__(self, text: str, **values: object) -> str:
        """One sentence; dates are written as the language writes them."""
        return self._catalogue.gettext(text).format(
            **{name: self._value(value) for name, value in values.items()}
        )

    def _value(self, value: object) -> str:
        return format_date(value, "long", self._locale) if isinstance(value, date) else str(value)
