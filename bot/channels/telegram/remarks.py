"""What people find missing: asked for after a thumb down, kept as text alone."""

from collections.abc import Sequence

from bot.channels.telegram.addressing import replies_to
from bot.channels.telegram.reaction import Reaction
from bot.channels.telegram.turn import Turn
from bot.memory.memory import Memory
from bot.memory.personal_data import without_personal_data
from bot.rendering.telegram_markup import text
from knowledge.marking import marked
from knowledge.models import Language

# The question is recognised by its own words when somebody replies to it.
PROMPT = marked(
    "What was missing? Write it in reply to this message. I keep only the text, not who wrote it."
)
_LANGUAGES: tuple[Language, ...] = ("sv", "en")


def prompt_language(turn: Turn) -> Language | None:
    """The language of the prompt that a message replies to; None where it replies to none."""
    replied = turn.message.reply_to_message
    if replied is None or not replies_to(turn.message, turn.me) or not turn.message.text:
        return None
    for language in _LANGUAGES:
        if replied.text == turn.phrases(language)(PROMPT):
            return language
    return None


def on_remark(turn: Turn) -> Reaction:
    """Keep it, and say thanks."""
    words = turn.message.text or ""

    def keep(memory: Memory, _: Sequence[int | None]) -> None:
        memory.feedback.remark(without_personal_data(words))

    language = prompt_language(turn) or turn.spoken
    phrases = turn.phrases(language)
    thanks = phrases("Thank you! The people who look after me will read it.")
    return Reaction([turn.send(text(thanks))], [keep])
