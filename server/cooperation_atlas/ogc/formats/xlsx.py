"""XLSX of features without their geometry: typed cells under headings in words, with what is needed to read them.

Four sheets: the features; what each column means; the labels of the codes that occur; where all of it comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from ...model.attribution import ATTRIBUTION, LICENCES, SAMPLES_NOTICE
from ...model.errors import InvalidValue
from ...model.fields import Field, FieldType
from ...store.codelists import codelist_title
from ..openapi_texts import message
from .document import FeatureDocument, Words
from .sheet_cells import LONGEST, Style, Value, units
from .spreadsheet import MOST_ROWS, Sheet, sheet_names, workbook
from .wording import JOIN, columns, headings, in_words, unit_of

#: What stands for members of a list that have no room in a cell.
_CUT = "…"
#: A unit whose numbers are shown with separators for thousands.
_MONEY = "EUR"
_TYPES = {
    FieldType.STRING: message("text"),
    FieldType.INTEGER: message("whole number"),
    FieldType.NUMBER: message("decimal number"),
    FieldType.BOOLEAN: message("yes or no"),
    FieldType.DATE: message("day"),
    FieldType.TIMESTAMP: message("time"),
    FieldType.ARRAY: message("list, joined by semicolons"),
}
_COLUMNS, _CODES, _ABOUT = message("Columns"), message("Codes"), message("About this table")
_OF_COLUMNS = (
    message("Heading"),
    message("Property"),
    message("Meaning"),
    message("Type"),
    message("Unit"),
    message("Code list"),
)
_OF_CODES = (message("Code list"), message("Title"), message("Code"), message("Label"), message("Language"))
_OF_ABOUT = (message("What"), message("Value"))
_SAMPLE = message("Rests on samples")
_OWN_SAMPLE, _SOME_SAMPLES = message("sample entry"), message("some values rest on samples")


def write(document: FeatureDocument) -> bytes:
    """A workbook of features.

    :raises InvalidValue: for more features than a sheet has rows
    """
    table = _Table(document)
    words = document.words
    titles = [document.collection.title, _COLUMNS, _CODES, _ABOUT]
    names = sheet_names([words.translate(title) for title in titles])
    sheets = [
        Sheet(names[0], table.headings, table.rows, table.styles, table.marked, frozen=1),
        Sheet(names[1], _translated(words, _OF_COLUMNS), list(table.columns())),
        Sheet(names[2], _translated(words, _OF_CODES), list(table.codes())),
        Sheet(names[3], _translated(words, _OF_ABOUT), list(table.about())),
    ]
    return workbook(sheets, words.translate(document.collection.title), document.edition["created"])


class _Table:
    """The features of a document as rows, and what is said of them."""

    def __init__(self, document: FeatureDocument) -> None:
        if len(document.page) >= MOST_ROWS:
            raise InvalidValue("limit", f"a sheet has room for {MOST_ROWS - 1} features; ask for fewer at a time.")
        self._document = document
        collection = document.collection
        self._fields = columns(document)
        shown = {field.name for field in self._fields}
        self._bases = [name for name in collection.bases if name in shown]
        if collection.sample_field and collection.sample_field not in self._bases:
            self._bases.append(collection.sample_field)
        #: Titles of columns in which a text was cut, with the number of cells.
        self._cut: dict[str, int] = {}
        #: Codes that occur, by code list.
        self._codes: dict[str, set[str]] = {field.codelist: set() for field in self._fields if field.codelist}
        own = headings(self._fields, document.words)
        self.headings = [*own, document.words.translate(_SAMPLE)] if self._bases else own
        self.styles = [Style.GROUPED if field.unit == _MONEY else Style.PLAIN for field in self._fields]
        self.styles += [Style.PLAIN] * bool(self._bases)
        self.rows, self.marked = self._read()

    def _read(self) -> tuple[list[list[Value]], frozenset[int]]:
        """The cells, and the numbers of the rows that rest on samples."""
        translate, own = self._document.words.translate, self._document.collection.sample_field
        names = [*(field.name for field in self._fields), *self._bases]
        writers = [self._writer(field, heading) for field, heading in zip(self._fields, self.headings, strict=False)]
        marks = {True: translate(_OWN_SAMPLE), False: translate(_SOME_SAMPLES)}
        rows: list[list[Value]] = []
        marked = set()
        for number, cells in enumerate(self._document.page.cells(names)):
            row = [writer(cell) for writer, cell in zip(writers, cells, strict=False)]
            if self._bases:
                known = dict(zip(self._bases, cells[len(writers) :], strict=True))
                is_sample = known.get(own or "") is True
                rests = is_sample or "sample" in known.values()
                row.append(marks[is_sample] if rests else None)
                if rests:
                    marked.add(number)
            rows.append(row)
        return rows, frozenset(marked)

    def _writer(self, field: Field, heading: str) -> Callable[[Any], Value]:
        """What makes the cell of a value of a property."""
        codes = self._codes[field.codelist] if field.codelist else None
        say = in_words(field, self._document.words) if self._document.request.labels else None

        def listed(value: list[str] | None) -> Value:
            if codes is not None and value:
                codes.update(value)
            if say is not None:
                value = say(value)
            return None if value is None else self._fitting(value, heading)

        def text(value: Any) -> Value:
            if codes is not None and value is not None:
                codes.add(value)
            if say is not None:
                value = say(value)
            return self._fitting([value], heading) if isinstance(value, str) and len(value) > LONGEST // 2 else value

        match field.type:
            case FieldType.ARRAY:
                return listed
            case FieldType.DATE:
                return lambda value: None if value is None else date.fromisoformat(value)
            case _:
                return text

    def _fitting(self, texts: Sequence[str], heading: str) -> str:
        """The texts in one cell; what has no room is left out, and counted."""
        whole = JOIN.join(texts)
        if len(whole) <= LONGEST // 2 or units(whole) <= LONGEST:
            return whole
        self._cut[heading] = self._cut.get(heading, 0) + 1
        room, kept = LONGEST - len(JOIN + _CUT), []
        for text in texts:
            room -= units(text) + len(JOIN)
            if room < 0:
                break
            kept.append(text)
        return JOIN.join([*(kept or [texts[0][: (LONGEST - len(JOIN + _CUT)) // 2]]), _CUT])

    def columns(self) -> Iterator[list[Value]]:
        """What each column means."""
        translate = self._document.words.translate
        for field, heading in zip(self._fields, self.headings, strict=False):
            unit = unit_of(field)
            yield [
                heading,
                field.name,
                _plain(translate(field.description)),
                translate(_TYPES[field.type]),
                unit and translate(unit),
                field.codelist,
            ]
        if self._bases:
            yield [
                self.headings[-1],
                None,
                _plain(translate(SAMPLES_NOTICE)),
                translate(_TYPES[FieldType.STRING]),
                None,
                None,
            ]

    def codes(self) -> Iterator[list[Value]]:
        """The labels of the codes that occur."""
        words = self._document.words
        for id_, used in self._codes.items():
            if id_ in words.codelists:
                title = words.translate(codelist_title(id_))
                for code in words.codelists[id_]:
                    if code.code in used:
                        language = words.language if words.language in code.labels else "en"
                        yield [id_, title, code.code, code.label_in(language), language]

    def about(self) -> Iterator[list[Value]]:
        """Where the table comes from."""
        document, translate = self._document, self._document.words.translate
        collection, edition = document.collection, document.edition
        said: list[tuple[str, Value]] = [
            (message("Table"), translate(collection.title)),
            (message("Description"), _plain(translate(collection.description))),
            (message("Address"), document.address.url(f="xlsx")),
            (message("Edition"), edition["id"]),
            (message("Made on"), edition["created"]),
            (message("Rows"), len(self.rows)),
            (message("Features that match"), document.page.matched),
            (message("Rows with samples"), len(self.marked)),
        ]
        if self.marked:
            said.append((message("Samples"), translate(SAMPLES_NOTICE)))
        said += [(message("Note"), note) for note in document.page.notes]
        said += [(message("Cut to the length of a cell"), f"{name}: {count}") for name, count in self._cut.items()]
        said.append((message("Attribution"), translate(ATTRIBUTION)))
        said += [(message("Licence"), f"{translate(licence.title)}, {licence.url}") for licence in LICENCES]
        return ([translate(what), value] for what, value in said)


def _translated(words: Words, texts: Iterable[str]) -> list[str]:
    return [words.translate(text) for text in texts]


def _plain(text: str) -> str:
    """A text of the model without the marks of names."""
    return text.replace("`", "")
