"""Dates in the language of the locale, beside texts that gettext looks up."""

from collections.abc import Mapping
from datetime import date

from babel.core import negotiate_locale
from babel.dates import format_date

from bot.rendering.phrases import LOCALES
from knowledge.models import Language

# In the order in which gettext looks for them; LANGUAGE may hold several.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def staff_language(environ: Mapping[str, str]) -> Language:
    """Swedish where the system's locale is Swedish, else English, as gettext chooses."""
    setting = next((environ[name] for name in _VARIABLES if environ.get(name)), "")
    wanted = [one.partition(".")[0] for one in setting.split(":")]
    return "sv" if negotiate_locale(wanted, ["sv", "en"]) == "sv" else "en"


def in_words(day: date, environ: Mapping[str, str]) -> str:
    """A date as a person writes it, Swedish where the locale is Swedish, else English.

    >>> in_words(date(2026, 11, 22), {"LANG": "sv_SE.UTF-8"})
    '22 november 2026'
    """
    return format_date(day, "long", LOCALES[staff_language(environ)])
