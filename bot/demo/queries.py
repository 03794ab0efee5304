"""Callback and inline queries: asked by a user, answered by the bot once and soon."""

from collections import OrderedDict
from dataclasses import dataclass, field

from bot.demo.errors import Json, bad

# An answer to an inline query is large; more of them are of no use to anyone.
_MOST = 500


@dataclass(slots=True)
class Query:
    """A query, and its answer once there is one."""

    id: str
    user_id: int
    asked: float
    content: Json
    answer: Json | None = None


@dataclass
class Queries:
    """The latest queries; `lifetime` in seconds is how long each can be answered."""

    lifetime: float = 60.0
    latest: "OrderedDict[str, Query]" = field(default_factory=OrderedDict)

    def ask(self, query: Query) -> None:
        """Keep a query until it is answered or forgotten."""
        self.latest[query.id] = query
        while len(self.latest) > _MOST:
            self.latest.popitem(last=False)

    def answer(self, query_id: str, answer: Json, now: float) -> Query:
        """Answer a query; `Refusal` where it is unknown, answered or too old."""
        query = self.latest.get(query_id)
        if query is None or query.answer is not None or now - query.asked > self.lifetime:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        query.answer = answer
        return query
