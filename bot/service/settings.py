"""What the operator sets: read once, from a mapping, before anything else is done."""

from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext as _
from pathlib import Path
from urllib.parse import unquote, urlsplit

from pydantic import SecretStr

from bot.service.keeping import InvalidSetting, Keeping, read_keeping

TOKEN = "TELEGRAM_TOKEN"  # noqa: S105 - the name of a setting
BASE_URL = "TELEGRAM_BASE_URL"
WEBHOOK_URL = "TELEGRAM_WEBHOOK_URL"
WEBHOOK_LISTEN = "TELEGRAM_WEBHOOK_LISTEN"
WEBHOOK_SECRET = "TELEGRAM_WEBHOOK_SECRET"  # noqa: S105
OPERATOR = "TELEGRAM_OPERATOR"
REDIS = "KOMMUNMAL_REDIS_URL"
QUESTIONS = "TELEGRAM_QUESTIONS_A_MINUTE"
MESSAGES = "TELEGRAM_MESSAGES_A_SECOND"

_TELEGRAM = "https://api.telegram.org"
_LISTEN = "127.0.0.1:8080"
_QUESTIONS = 15
_REDIS_EXAMPLE = "redis://:password@host:6379/0"
# As Telegram's FAQ gives it, for a bot as a whole.
_MESSAGES = 30
# What Telegram allows in a webhook's secret.
_LONGEST_SECRET = 256
_SECRET_SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")


class SettingsError(Exception):
    """A setting is missing or wrong; the message says in one sentence what to do."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram delivers updates: the public address, where to listen, the shared secret."""

    url: str
    host: str
    port: int
    secret: SecretStr


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of the Telegram bot.

    `webhook` is None for long polling; `operator` is the chat that is told of trouble;
    `questions` is how many one person may ask in a minute, `messages` how many the bot sends in a
    second; 0 for any number. `redis` is where several processes share their memory.
    """

    token: SecretStr
    base_url: str
    webhook: Webhook | None
    memory: Path
    keeping: Keeping
    operator: int | None = None
    questions: int = _QUESTIONS
    redis: SecretStr | None = None
    messages: int = _MESSAGES

    def secrets(self) -> list[SecretStr]:
        """What must stand in no log."""
        found = [self.token, *([self.webhook.secret] if self.webhook else [])]
        if self.redis:
            password = urlsplit(self.redis.get_secret_value()).password or ""
            found += [self.redis, SecretStr(password), SecretStr(unquote(password))]
        return found


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings in the environment. Raises SettingsError for the first that is wrong."""
    token = secret(environ, TOKEN)
    if token is None:
        raise SettingsError(
            _(
                "There is no bot token: get one from @BotFather in Telegram and set {name}, "
                "or {name}_FILE to a file that holds it."
            ).format(name=TOKEN)
        )
    try:
        keeping = read_keeping(environ)
    except InvalidSetting as error:
        raise SettingsError(str(error)) from None
    return Settings(
        token=token,
        base_url=_address(environ.get(BASE_URL, "").strip() or _TELEGRAM, BASE_URL),
        webhook=_webhook(environ),
        memory=keeping.memory,
        keeping=keeping,
        operator=_number(environ, OPERATOR),
        redis=_redis(environ),
        questions=_most(environ, QUESTIONS, _QUESTIONS),
        messages=_most(environ, MESSAGES, _MESSAGES),
    )


def secret(environ: Mapping[str, str], name: str) -> SecretStr | None:
    """A secret from the variable, or from the file that `<name>_FILE` names; None without both.

    Raises SettingsError where the file can't be read.
    """
    value = environ.get(name, "").strip()
    path = environ.get(f"{name}_FILE", "").strip()
    if not value and path:
        try:
            value = Path(path).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else _("it is no text")
            problem = _("{name}_FILE names {path}, which can't be read: {why}.")
            raise SettingsError(problem.format(name=name, path=path, why=why)) from None
    return SecretStr(value) if value else None


def _webhook(environ: Mapping[str, str]) -> Webhook | None:
    url = environ.get(WEBHOOK_URL, "").strip()
    if not url:
        return None
    shared = secret(environ, WEBHOOK_SECRET)
    if shared is None or not _is_fit(shared.get_secret_value()):
        raise SettingsError(
            _(
                "A webhook needs a secret: set {name} or {name}_FILE "
                "to 1-{most} characters of A-Z, a-z, 0-9, _ and -."
            ).format(name=WEBHOOK_SECRET, most=_LONGEST_SECRET)
        )
    listen = environ.get(WEBHOOK_LISTEN, "").strip() or _LISTEN
    host, _colon, port = listen.rpartition(":")
    if not host or not port.isdecimal() or int(port) > 65535:
        problem = _("{name} must be host:port, as in {example}.")
        raise SettingsError(problem.format(name=WEBHOOK_LISTEN, example=_LISTEN))
    return Webhook(_public(url, environ), host.strip("[]"), int(port), shared)


def _public(url: str, environ: Mapping[str, str]) -> str:
    """An address to deliver to; one's own Bot API server delivers without https too."""
    address = _address(url, WEBHOOK_URL)
    if urlsplit(address).scheme != "https" and not environ.get(BASE_URL, "").strip():
        problem = _("{name} must begin with https://, since Telegram delivers to nothing else.")
        raise SettingsError(problem.format(name=WEBHOOK_URL))
    return address


def _redis(environ: Mapping[str, str]) -> SecretStr | None:
    found = secret(environ, REDIS)
    try:
        if found is None or _is_redis(found.get_secret_value()):
            return found
    except ValueError:
        # Its words quote the address.
        pass
    problem = _("{name} must be an address such as {example}.")
    raise SettingsError(problem.format(name=REDIS, example=_REDIS_EXAMPLE)) from None


def _is_redis(url: str) -> bool:
    parts = urlsplit(url)
    if parts.scheme == "unix":
        return bool(parts.path)
    number = parts.path.strip("/")
    # Reading the port raises where it is no number.
    known = parts.scheme in {"redis", "rediss"} and (parts.port or 1) > 0
    return known and bool(parts.hostname) and (not number or number.isdecimal())


def _most(environ: Mapping[str, str], name: str, usual: int) -> int:
    number = _number(environ, name)
    return usual if number is None else max(number, 0)


def _number(environ: Mapping[str, str], name: str) -> int | None:
    value = environ.get(name, "").strip()
    if not value:
        return None
    try:
        return int(value)
    except ValueError:
        raise SettingsError(_("{name} must be a whole number.").format(name=name)) from None


def _is_fit(shared: str) -> bool:
    return 1 <= len(shared) <= _LONGEST_SECRET and set(shared) <= _SECRET_SIGNS


def _address(url: str, name: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        problem = _("{name} must be an address that begins with https:// (or http://).")
        raise SettingsError(problem.format(name=name))
    return url.rstrip("/")
