"""Names of the countries in other languages, from the Unicode CLDR that Babel carries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import babel

from .row import Row

#: The official languages of the Union but English, which is the language of the code list itself, and those of the
#: other countries of the list.
LANGUAGES = (
    *("bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt"),
    *("ro", "sk", "sl", "sv"),
    *("is", "mk", "no", "sq", "sr", "tr"),
)
#: The version decides the names, so it is part of what an edition is made of.
SOURCE = f"Unicode CLDR, names of territories, as in Babel {babel.__version__}"


def country_names(countries: Mapping[str, Row]) -> Iterator[tuple[str, str, str]]:
    """The names of the countries as (code, language, name); a name that CLDR lacks is left out.

    :param countries: rows of the code list by code; CLDR has the countries by their ISO 3166-1 code
    """
    locales = {language: babel.Locale.parse(language) for language in LANGUAGES}
    for code, row in countries.items():
        for language, locale in locales.items():
            name = locale.territories.get(row.raw["iso2"])
            if name:
                yield code, language, name
