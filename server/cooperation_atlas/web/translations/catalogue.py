"""The catalogue of one language: its texts, and how it writes numbers and days."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date, datetime
from functools import cache, cached_property
from gettext import NullTranslations
from itertools import product
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal
from babel.support import Translations

from ...model.calls import CALLS
from ...model.collections import COLLECTIONS
from ...model.consortium import CONSORTIUM
from ...model.dimensions import dimensions_of
from ...model.distribution import CODE_TITLE, COUNT_OF_TITLE, OF_PERIOD, SHARE_OF_TITLE
from ...model.distribution import TEXTS as TABLE_TEXTS
from ...model.errors import InvalidValue
from ...model.fields import TWIN_OF_LABELS, TWIN_OF_VALUES, TWIN_TITLE, Field
from ...model.partner_parts import PARTS
from ...model.partners import HIGH_TITLE, LOW_TITLE, PARTNERS
from ...model.periods import PERIODS
from ...model.similar import SIMILAR_REGIONS
from ...ogc.openapi_overlay import FEATURES, FEATURES_NUMBERS, FEATURES_PATTERN
from ...ogc.openapi_parameters import ANY_VALUE, WORDS
from ...store.query import MOST_WORDS

FOLDER = Path(__file__).parent
#: The language of the message ids.
SOURCE_LANGUAGE = "en"
#: Locales for numbers and days where they are not those of the language itself: English is that of the institutions.
_LOCALES = {"en": "en_GB"}
#: Numbers among which every plural form of a language has one.
_PLURAL_EXAMPLES = (*range(200), 1_000_000)


def po_file(language: str) -> Path:
    """The file with the translations into a language."""
    return FOLDER / language / "LC_MESSAGES" / "messages.po"


def translated_languages() -> tuple[str, ...]:
    """The languages that have a catalogue, English first."""
    return (SOURCE_LANGUAGE, *sorted(path.parent.parent.name for path in FOLDER.glob("*/LC_MESSAGES/messages.po")))


class Catalogue:
    """The texts of one language.

    :param language: ISO 639-1 code
    :param translations: the messages; English has none, since its texts are the message ids
    """

    def __init__(self, language: str, translations: NullTranslations) -> None:
        self.language = language
        self.locale = Locale.parse(_LOCALES.get(language, language))
        self.gettext = translations.gettext
        self.ngettext = translations.ngettext
        self.pgettext = translations.pgettext
        self._derived = dict(_derived_texts(self))
        self._plural_forms: dict[tuple[str, str], dict[str, str]] = {}

    @cached_property
    def name(self) -> str:
        """The language's own name of itself, as the first word of a line."""
        own = Locale.parse(self.language).display_name or self.language
        return own[:1].upper() + own[1:]

    def translate(self, text: str) -> str:
        """A text of the model in this language; one that is not in the catalogue (a title of the configuration, a name
        of the data) as it is."""
        if not text:  # gettext keeps its header under the empty text
            return text
        return self._derived.get(text) or self.gettext(text)

    def translate_api(self, text: str) -> str:
        """A text of the API definition; one about something with a title, or about any value of a property, part by
        part."""
        title, colon, rest = text.partition(": ")
        if self.language == SOURCE_LANGUAGE or not colon or self.translate(text) != text:
            return self.translate(text)
        if rest.startswith(ANY_VALUE):
            described = self.translate(rest.removeprefix(ANY_VALUE).strip())
            return f"{self.translate(title)}: {self.translate(ANY_VALUE)} {described}"
        return f"{self.translate(title)}: {self.translate(rest)}"

    def translate_labels(self, text: str) -> str:
        """Texts that begin with what they are, joined by semicolons (``matched_in_text``), with that translated."""
        parts = (part.partition(": ") for part in text.split("; "))
        return "; ".join(f"{self.translate(label)}{colon}{rest}" for label, colon, rest in parts)

    def plural_forms(self, singular: str, plural: str) -> dict[str, str]:
        """All plural forms of a noun by their CLDR category, for scripts that count."""
        if (singular, plural) not in self._plural_forms:
            forms = self._plural_forms[singular, plural] = {}
            for count in _PLURAL_EXAMPLES:
                forms.setdefault(self.locale.plural_form(count), self.ngettext(singular, plural, count))
        return self._plural_forms[singular, plural]

    def number(self, value: float, digits: int = 0) -> str:
        """A number with separators for thousands, and as many digits after the decimal sign as said."""
        if not digits and 0 <= value < 1000 and value == int(value):  # the same in all languages, and most numbers
            return str(int(value))
        fraction = f".{'0' * digits}" if digits else ""
        return str(format_decimal(value, f"#,##0{fraction}", locale=self.locale))

    def day(self, value: str | date | datetime) -> str:
        """A day in words: 2 July 2021.

        :param value: a date, or text that begins with one in ISO 8601
        """
        day = date.fromisoformat(value[:10]) if isinstance(value, str) else value
        return str(format_date(day, "long", locale=self.locale))


def _derived_texts(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Texts that are made from others: the text twins of arrays, and a description with a number."""
    yield WORDS.format(count=MOST_WORDS), catalogue.gettext(WORDS).format(count=MOST_WORDS)
    yield FEATURES, catalogue.gettext(FEATURES_PATTERN).format(**FEATURES_NUMBERS)
    for part in PARTS.values():
        title = catalogue.gettext(part.title)
        for pattern in (LOW_TITLE, HIGH_TITLE):
            yield pattern.format(title=part.title), catalogue.gettext(pattern).format(title=title)
    for dimension in {one.title for each in COLLECTIONS.values() for one in dimensions_of(each).values()}:
        for pattern in (CODE_TITLE, COUNT_OF_TITLE, SHARE_OF_TITLE):
            yield pattern.format(title=dimension), catalogue.gettext(pattern).format(title=catalogue.gettext(dimension))
    for title, period in product(TABLE_TEXTS, PERIODS):
        translated = OF_PERIOD.format(title=catalogue.gettext(title), period=period)
        yield OF_PERIOD.format(title=title, period=period), translated
    for collection in (*COLLECTIONS.values(), PARTNERS, CALLS, CONSORTIUM, SIMILAR_REGIONS):
        for field in collection.fields:
            if field.twin_of:
                yield from _twin_texts(catalogue, field, collection.by_name[field.twin_of])


def _twin_texts(catalogue: Catalogue, twin: Field, array: Field) -> Iterator[tuple[str, str]]:
    for text, pattern, values in (
        (twin.title, TWIN_TITLE, {"title": catalogue.gettext(array.title)}),
        (twin.description, TWIN_OF_LABELS if array.codelist else TWIN_OF_VALUES, {"name": array.name}),
    ):
        yield text, catalogue.gettext(pattern).format(**values)


@cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language, compiled once.

    :raises InvalidValue: for a language without one
    """
    if language == SOURCE_LANGUAGE:
        return Catalogue(language, NullTranslations())
    path = po_file(language)
    if not path.is_file():
        raise InvalidValue("languages", f"'{language}' has no translation of the pages.", translated_languages())
    compiled = io.BytesIO()
    write_mo(compiled, read_catalogue(language))
    compiled.seek(0)
    return Catalogue(language, Translations(compiled))


def read_catalogue(language: str) -> Catalog:
    """The messages of a language as they are in its file."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)
