"""The guide of an edition: steps, the answers to each, and what they mean for a search."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ..sources.schema_guide import OPTION_VALUES, OPTIONS, STEPS
from .loaded_editions import EditionError, edition_in


@dataclass(frozen=True, slots=True)
class Option:
    """An answer.

    :param values: codes by ``scopes`` and ``modes``
    """

    id: str
    title: str
    text: str
    legal_ref: str | None
    values: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """A question and the answers to it, in the order of the table."""

    id: str
    title: str
    question: str
    hint: str | None
    options: tuple[Option, ...]

    def option(self, id_: str | None) -> Option | None:
        """The answer of that id."""
        return next((option for option in self.options if option.id == id_), None)


@lru_cache(maxsize=4)
def guide_of(folder: Path) -> tuple[Step, ...]:
    """The steps in the edition of a folder, read once.

    :raises EditionError: where it cannot be read, or was made by another version
    """
    path = edition_in(folder).geopackage
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)) as db:
            return _read(db)
    except sqlite3.Error as error:
        reason = f"{path} does not have the tables of this version ({error}). Run `cooperation-atlas build`."
        raise EditionError(reason) from error


def _read(db: sqlite3.Connection) -> tuple[Step, ...]:
    # Names come from the schema, never from input.
    values: dict[str, dict[str, tuple[str, ...]]] = {}
    for id_, name, value in db.execute(f'SELECT "option", property, value FROM {OPTION_VALUES.name} ORDER BY rowid'):  # noqa: S608
        own = values.setdefault(id_, {})
        own[name] = (*own.get(name, ()), value)
    options: dict[str, list[Option]] = {}
    found = f'SELECT step, "option", title, text, legal_ref FROM {OPTIONS.name} ORDER BY rowid'  # noqa: S608
    for step, id_, title, text, legal_ref in db.execute(found):
        options.setdefault(step, []).append(Option(id_, title, text, legal_ref, values.get(id_, {})))
    steps = db.execute(f"SELECT step, title, question, hint FROM {STEPS.name} ORDER BY rowid")  # noqa: S608
    return tuple(Step(id_, title, question, hint, tuple(options.get(id_, ()))) for id_, title, question, hint in steps)
