"""Answers to what is no question about goals but belongs to talking: greetings, thanks, help."""

from bot.answering.answer import Answer, said
from bot.answering.desk import Desk
from bot.answering.suggestions import suggest
from bot.understanding.question import Question
from bot.understanding.talking_on import says_nothing
from knowledge.marking import marked

_LINES = {
    "greeting": marked(
        "Hello! I answer questions about municipalities' visions and goals, "
        "in their own words. I know {places}."
    ),
    "thanks": marked("You're welcome!"),
    "bye": marked("Goodbye! Come back whenever you like."),
    "praise": marked("Thank you, that is good to hear."),
    "insult": marked(
        "I'm sorry that this didn't help. Try asking in another way, or ask me what I can do."
    ),
    "robot": marked(
        "I am a computer program. I don't make texts up: "
        "I look up what municipalities have written, and quote it."
    ),
    "help": marked(
        "Ask me what a municipality wants: its vision, its goals, or what it says about "
        "a topic such as schools or the environment. You can compare municipalities too. "
        "I know {places}."
    ),
    "privacy": marked(
        "In Telegram, what we talk about is kept for 24 hours at most, so that you can go on "
        "asking. /forget erases it at once; /privacy tells the rest."
    ),
    "trust": marked(
        "I make nothing up: every quote is word for word from the municipality's own page, with a "
        "link to it and the page's date. The English translations are the project's own, and "
        "unofficial. I am not part of any municipality; what counts is its page."
    ),
    "maker": marked(
        "The Kommunmål project has made me. I am a computer program that looks up what "
        "municipalities have written and quotes it. I am not part of any municipality."
    ),
    "quoting": marked(
        "Quote as you like, but from the municipality's own page: the words are its own, and each "
        "answer links to them."
    ),
    "languages": marked(
        "I understand Swedish and English, and answer in the language you ask in. "
        "What municipalities have written is quoted in Swedish; in English, with a translation."
    ),
    "sources": marked(
        "I quote saved pages of {places}. Each answer links to its page, gives the page's own date "
        "where it has one, and says so where a newer page is known."
    ),
    "growing": marked(
        "I know {places}. A municipality is added when somebody has read in and checked its page."
    ),
    "heard": marked("Keep asking whenever you like. I look up what municipalities have written."),
    "smalltalk": marked("All is well here. Ask me about a municipality's vision or goals."),
}


def answer_talk(desk: Desk, question: Question) -> Answer:
    """A short friendly line, with questions to begin with where they help."""
    names = tuple(place.name for place in desk.store.covered)
    line = "heard" if says_nothing(question.reading) else question.intent
    opening = question.intent in {"greeting", "help", "robot", "insult", "smalltalk", "languages"}
    return Answer(
        outcome="chat",
        short=said(_LINES[line], places=names),
        suggestions=suggest(desk.store, ()) if opening else (),
    )
