"""The walks whose replies are kept in `expected`: every command, button and inline query."""

from collections.abc import Callable, Mapping

from tests.bot.channels.telegram.stage import Stage


def greeting_sv(stage: Stage) -> None:
    """Starting, in Swedish; each example is asked by its button."""
    anna = stage.telegram.user("Anna")
    hello = stage.says(anna, "/start")
    for button in hello.buttons:
        stage.asks(anna, hello, button.text)


def greeting_en(stage: Stage) -> None:
    """Starting, in English."""
    ben = stage.telegram.user("Ben", language="en")
    hello = stage.says(ben, "/start")
    for button in hello.buttons:
        stage.asks(ben, hello, button.text)


def goals_sv(stage: Stage) -> None:
    """A list of goals, each opened in place, and back; the same in English, and back."""
    anna = stage.telegram.user("Anna")
    reply = stage.says(anna, "Vilka mål har Värnamo?")
    for button in ("1", "2", "3", "4"):
        stage.opens(anna, reply, button)
    stage.opens(anna, reply, "‹ Tillbaka")
    stage.opens(anna, reply, "In English")
    stage.opens(anna, reply, "På svenska")
    stage.asks(anna, reply, "Källor")
    stage.asks(anna, reply, "Dela")
    choice = stage.asks(anna, reply, "Jämför")
    stage.asks(anna, choice, "Ljungby")


def goals_en(stage: Stage) -> None:
    """A list in English: the translation first, the original under it."""
    ben = stage.telegram.user("Ben", language="en")
    reply = stage.says(ben, "What goals does Ljungby have?")
    stage.opens(ben, reply, "1")
    stage.asks(ben, reply, "Share")
    stage.opens(ben, reply, "‹ Back")
    stage.asks(ben, reply, "Sources")
    stage.asks(ben, reply, "Compare")


def vision(stage: Stage) -> None:
    """A vision alone: read more in place, ended and replaced ones."""
    anna = stage.telegram.user("Anna")
    reply = stage.says(anna, "Vad är Värnamos vision?")
    stage.opens(anna, reply, "Läs mer")
    stage.opens(anna, reply, "‹ Tillbaka")
    stage.says(anna, "Vad är Övertorneås vision?")
    stage.says(anna, "What is Övertorneå's vision?")


def long_lists(stage: Stage) -> None:
    """Long lists show heads; more of them on a button."""
    anna = stage.telegram.user("Anna")
    reply = stage.says(anna, "Vilka målområden har Övertorneå?")
    stage.opens(anna, reply, "6")
    stage.opens(anna, reply, "‹ Tillbaka")
    stage.says(anna, "Vad prioriterar Överkalix?")
    stage.says(anna, "Jämför Ljungby och Värnamo.")


def commands_sv(stage: Stage) -> None:
    """Every Swedish command, without an argument and with one."""
    anna = stage.telegram.user("Anna")
    for words in (
        "/kommuner", "/kommuner Överkalix", "/mal", "/mal Ljungby", "/vision", "/vision Värnamo",
        "/jamfor", "/jamfor Ljungby Värnamo", "/sok", "/sok trygghet", "/kallor",
        "/kallor Jokkmokk", "/om", "/integritet", "/hjalp", "/finnsinte",
    ):  # fmt: skip
        stage.says(anna, words)


def commands_en(stage: Stage) -> None:
    """Every English command, without an argument and with one."""
    ben = stage.telegram.user("Ben", language="en")
    for words in (
        "/municipalities", "/municipalities Överkalix", "/goals", "/goals Ljungby", "/vision",
        "/vision Värnamo", "/compare", "/compare Ljungby Värnamo", "/search", "/search safety",
        "/sources", "/sources Jokkmokk", "/about", "/privacy", "/help", "/doesnotexist",
    ):  # fmt: skip
        stage.says(ben, words)


def choices(stage: Stage) -> None:
    """Language and home municipality, chosen by word and by button, and forgotten."""
    anna = stage.telegram.user("Anna")
    asked = stage.says(anna, "/sprak")
    stage.opens(anna, asked, "English")
    stage.says(anna, "Jokkmokk")
    stage.says(anna, "/sprak svenska")
    asked = stage.says(anna, "/minkommun")
    stage.opens(anna, asked, "Värnamo")
    stage.says(anna, "/vision")
    stage.says(anna, "/minkommun Ljungby")
    asked = stage.says(anna, "/minkommun")
    stage.opens(anna, asked, "Ingen")
    stage.says(anna, "/glom")
    stage.says(anna, "/vision")
    stage.says(anna, "/forget")


def follow_ups(stage: Stage) -> None:
    """Questions that go on from the last answer, or from the one replied to."""
    anna = stage.telegram.user("Anna")
    first = stage.says(anna, "Vad är Värnamos vision?")
    stage.says(anna, "Och Ljungby?")
    stage.says(anna, "in English")
    stage.replies(anna, first, "När gäller den ifrån?")
    stage.says(anna, "Vilken är visionen?")


def asking_back(stage: Stage) -> None:
    """A question that needs a municipality; refusals; thanks."""
    anna = stage.telegram.user("Anna")
    asked = stage.says(anna, "Hej! Vad är målen?")
    stage.asks(anna, asked, asked.buttons[-1].text)
    for words in (
        "Hej!", "Vad är Kalix mål?", "När går bussen till Ljungby?", "Tack!",
        "<b>fet</b> & <script>", "Vad säger Överkalix om flygplatser?",
    ):  # fmt: skip
        stage.says(anna, words)


def links(stage: Stage) -> None:
    """What links lead to: a municipality, one on a topic, a statement, nothing any more."""
    for language in ("sv", "en"):
        person = stage.telegram.user("Anna", language=language)
        for payload in (
            "varnamo", "0781", "kalix", "varnamo_environment", "varnamo-en-stark-kommun",
            "varnamo-finns-inte-mer",
        ):  # fmt: skip
            stage.says(person, f"/start {payload}")


def inline(stage: Stage) -> None:
    """Inline queries as one types; a result sent."""
    anna = stage.telegram.user("Anna")
    ben = stage.telegram.user("Ben", language="en")
    for words in ("", "trygghet", "ljungby vision", "lungby vision", "tryg", "Kalix", "qwertyuiop",
                  "varnamo-en-stark-kommun"):  # fmt: skip
        stage.types(anna, words)
    stage.types(ben, "")
    stage.types(ben, "Värnamo safety")
    stage.sends(anna, "ljungby vision", "Ljungby: vision")
    stage.sends(ben, "what is ljungby's vision", "Ljungby: vision")


def groups(stage: Stage) -> None:
    """In a group: commands, mentions and replies, each answered once."""
    anna, bo = stage.telegram.user("Anna"), stage.telegram.user("Bo", language="en")
    family = stage.telegram.group("Familjen", anna, bo)
    name = f"@{stage.telegram.username}"
    reply = stage.says(anna, f"{name} vad är Värnamos vision?", family)
    stage.replies(bo, reply, "and when was it decided?", family)
    stage.says(bo, f"what goals does Ljungby have, {name}?", family)
    stage.says(anna, "/vision Jokkmokk", family)
    stage.says(anna, f"/vision{name} Ljungby", family)
    stage.says(anna, name, family)


def feedback(stage: Stage) -> None:
    """Thumbs, and what was missing."""
    anna = stage.telegram.user("Anna")
    reply = stage.says(anna, "Vad är Värnamos vision?")
    stage.opens(anna, reply, "👍")
    reply = stage.says(anna, "Vad är Ljungbys vision?")
    stage.opens(anna, reply, "👎")
    prompt = stage.asks(anna, reply, "Säg vad som saknades")
    stage.replies(anna, prompt, "Vattnet i sjön nämns inte.")
    ben = stage.telegram.user("Ben", language="en")
    reply = stage.says(ben, "What is Jokkmokk's vision?")
    stage.opens(ben, reply, "👎")
    stage.asks(ben, reply, "Say what was missing")


def edited(stage: Stage) -> None:
    """A question changed within two minutes changes its reply."""
    anna = stage.telegram.user("Anna")
    question = anna.send("Vad är Värnamos vision?")
    reply = anna.chat.wait(after=question)
    stage.edits(anna, question, reply, "Vad är Ljungbys vision?")


def no_text(stage: Stage) -> None:
    """What is no text gets a friendly line."""
    anna, ben = stage.telegram.user("Anna"), stage.telegram.user("Ben", language="en")
    for person in (anna, ben):
        sent = person.send(content={"voice": {
            "file_id": "v", "file_unique_id": "v", "duration": 3,
        }})  # fmt: skip
        stage.sees(person.chat.wait(after=sent))


def pictures(stage: Stage) -> None:
    """A picture asked for in words and by a button; its own buttons; what can't be one."""
    anna = stage.telegram.user("Anna")
    reply = stage.says(anna, "visa Värnamos mål som bild")
    stage.asks(anna, reply, "In English")
    stage.asks(anna, reply, "Visa tidslinje")
    reply = stage.asks(anna, reply, "Läs som text")
    stage.asks(anna, reply, "Visa som bild")
    for words in (
        "tidslinje för Övertorneå", "Visa Ljungby och Värnamo som bild", "Vad är Jokkmokks vision?",
        "som bild tack", "visa vad Ljungby säger om skolan som bild", "Kalix mål som bild",
        "Visa Ljungby och Kalix som bild", "/jamfor Ljungby Värnamo som bild",
    ):  # fmt: skip
        stage.says(anna, words)
    ben = stage.telegram.user("Ben", language="en")
    stage.says(ben, "make me a poster")
    for words in (
        "show Värnamo's goals", "a picture of Ljungby's vision",
        "timeline of Värnamo, Ljungby and Jokkmokk", "show Överkalix's goals as a list",
        "draw the goals of all municipalities",
    ):  # fmt: skip
        stage.says(ben, words)
    family = stage.telegram.group("Familjen", anna, ben)
    stage.says(anna, f"@{stage.telegram.username} Överkalix mål som bild", family)


WALKS: Mapping[str, Callable[[Stage], None]] = {
    walk.__name__: walk
    for walk in (
        greeting_sv, greeting_en, goals_sv, goals_en, vision, long_lists, commands_sv, commands_en,
        choices, follow_ups, asking_back, links, inline, groups, feedback, edited, no_text,
        pictures,
    )
}  # fmt: skip
