"""What the words of the official table stand for: codes of the code lists, and codes that these lack."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches

from ...model.errors import nearest
from ..row import Row
from .dataset import CATEGORIES, DIMENSIONS

#: Codes of these forms are taken over with their names where a code list lacks them; others are slips.
_FORMS = {
    "objectives": re.compile(r"(RSO|ESO|JSO|ISO)[1-9]\.[1-9][0-9]?"),
    "intervention_fields": re.compile(r"[0-9]{3}"),
}
_TWO_DIGITS = re.compile(r"[0-9]{2}")
#: Names that resemble those of the list less than this have another meaning.
_ALIKE = 0.5
#: Names of dimensions that resemble a known one more than this are slips, others are dimensions of their own.
_MISSPELT = 0.8
#: Policy objectives by the number of the official table.
_POLICY = {**{str(number): f"PO{number}" for number in range(1, 6)}, "8": "JTF"}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a word; a doubt is told once, where it is met first."""

    column: str
    value: str
    reason: str
    nearest: tuple[str, ...] = ()
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class NewCode:
    """A code that a code list lacks, as the official table names it."""

    codelist: str
    code: str
    parent: str
    label: str
    definition: str


class Words:
    """Reads the words of rows. Each combination is read once.

    :param lists: rows by code of the code lists made by hand
    """

    def __init__(self, lists: Mapping[str, Mapping[str, Row]]) -> None:
        self._lists = lists
        self._statuses = {
            str(row.values["label"]).casefold(): code for code, row in lists["programme_statuses"].items()
        }
        self.new: dict[tuple[str, str], NewCode] = {}

    def dimension(self, name: str) -> tuple[str | None, list[Problem]]:
        """The code list of a dimension, ``None`` for one that is not imported."""
        if name in DIMENSIONS:
            return DIMENSIONS[name], []
        if near := get_close_matches(name, DIMENSIONS, 1, _MISSPELT):
            return None, [Problem("dimension_type", name, f"{name} is not a dimension of the table", (near[0],))]
        reason = f"{name} is a dimension that nothing is taken from; its rows are left out"
        return None, [Problem("dimension_type", name, reason, doubt=True)]

    def category_of_region(self, name: str) -> tuple[str, list[Problem]]:
        """The code of a category of region; empty for funds that have none."""
        if name in CATEGORIES:
            return CATEGORIES[name], []
        near = nearest(name, CATEGORIES, 1) or tuple(CATEGORIES)
        return "", [Problem("category_of_region", name, f"{name} is not a category of region of the table", near)]

    def category(self, dimension: str, code: str, title: str, name: str) -> list[Problem]:
        """Check the code of a dimension against its list and its name there."""
        short = title.removeprefix(code).strip()
        column = "category_code"
        if row := self._lists[dimension].get(code):
            return _changed(row, column, code, (short, name))
        if not _FORMS.get(dimension, _TWO_DIGITS).fullmatch(code) or not (short or name):
            return [self._unknown(dimension, column, code)]
        return [self._add(NewCode(dimension, code, "", short or name, name if short else ""), column)]

    def objective(self, code: str, policy: str, name: str) -> tuple[str, list[Problem]]:
        """The code of a specific objective; empty for technical assistance, which has none."""
        column = "specific_objective_code"
        if code.startswith("TA"):
            return "", []
        if row := self._lists["objectives"].get(code):
            return code, _changed(row, column, code, (name,))
        if not _FORMS["objectives"].fullmatch(code) or not name:
            return "", [self._unknown("objectives", column, code)]
        parent = _POLICY.get(policy, "")
        parent = parent if parent in self._lists["objectives"] else ""
        return code, [self._add(NewCode("objectives", code, parent, name, ""), column)]

    def status(self, name: str) -> tuple[str, list[Problem]]:
        """The code of a status of a programme."""
        if not name:
            return "", []
        if code := self._statuses.get(name.casefold()):
            return code, []
        code = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")
        if not code:
            return "", [Problem("status", name, f"{name} is not a status")]
        return code, [self._add(NewCode("programme_statuses", code, "", name, ""), "status", name)]

    def _unknown(self, codelist: str, column: str, code: str) -> Problem:
        reason = f"{code} is not in the code list {codelist}" if code else "the cell is empty, but a value is required"
        zeros = next((c for c in self._lists[codelist] if code and c.lstrip("0") == code.lstrip("0")), None)
        if zeros:
            return Problem(column, code, f"{reason}; a spreadsheet may have dropped its zeros", (zeros,))
        return Problem(column, code, reason, nearest(code, self._lists[codelist], 3))

    def _add(self, new: NewCode, column: str, value: str | None = None) -> Problem:
        self.new.setdefault((new.codelist, new.code), new)
        reason = f"{value or new.code} is not in the code list {new.codelist}; it is added as the table names it"
        return Problem(column, value or new.code, f"{reason}: {new.label}", doubt=True)


def _changed(row: Row, column: str, code: str, names: tuple[str, ...]) -> list[Problem]:
    """A doubt where none of the names resembles those of the code list: the code may mean something else now."""
    known = [_plain(str(row.values[name])) for name in ("label", "definition") if row.values[name]]
    given = [_plain(name) for name in names if name]
    if not given or any(_alike(a, b) for a in given for b in known):
        return []
    reason = f"{code} is named “{next(name for name in names if name)}”; the code list has “{row.values['label']}”"
    return [Problem(column, code, reason, doubt=True)]


def _alike(a: str, b: str) -> bool:
    return a in b or b in a or SequenceMatcher(None, a, b).ratio() >= _ALIKE


def _plain(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
