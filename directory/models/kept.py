"""Keeps in the process what is read from rows that seldom change, until one of them does."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.db.models import Model

from directory.models.generation import Generation

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")

#: Arguments may be what a visitor sends, such as a host: with so many answers all are read again.
MAX_KEPT = 2_000


@dataclass(frozen=True)
class Keeping:
    """A function whose answers are kept, and the models whose rows it reads: each has to be watched."""

    read: Callable[..., Any]
    models: tuple[type[Model], ...]


#: All of them, by name.
KEEPINGS: dict[str, Keeping] = {}


def kept(*models: type[Model]) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Keep what a function answers, for each of its arguments, while the generation stands.

    All requests of the process share the answers. So they are values that nobody changes: a row is copied before it is
    given away.
    """

    def keeping(read: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        KEEPINGS[f"{read.__module__}.{read.__qualname__}"] = Keeping(read, models)
        held: dict[int, dict[tuple, Answer]] = {}

        @wraps(read)
        def answer(*asked: Asked.args, **named: Asked.kwargs) -> Answer:
            stamp = Generation.current()
            if not stamp:
                # Nothing says when it changes.
                return read(*asked, **named)
            answers = held.get(stamp)
            if answers is None or len(answers) >= MAX_KEPT:
                answers = {}
                held.clear()
                held[stamp] = answers
            key = (*asked, *named.values())
            if key not in answers:
                answers[key] = read(*asked, **named)
            return answers[key]

        return answer

    return keeping
