"""The term that a question asks to have explained: "Vad är RUS?", "What does X mean?"."""

from bot.understanding.clauses import clause_words
from bot.understanding.reading import Reading

# A longer thing is no term.
_LONGEST = 4


def term_asked(reading: Reading) -> range:
    """The places of the term's words; none where something else is asked than what it is.

    What has a sign of something else is none: "Vad är bitcoin värd?".
    """
    words, told = reading.folded, clause_words()
    opens = words[:1] and words[0] in told["what"] and told["defines"].intersection(words[1:2])
    if not opens or reading.mentions or any(cue.startswith("else.") for cue in reading.cues):
        return range(0)
    start, end = 2, len(words)
    while start < end and words[start] in told["articles"]:
        start += 1
    while start < end and words[end - 1] in told["after_a_term"]:
        end -= 1
    return range(start, end) if end - start <= _LONGEST else range(0)
