"""Notices and licences of the data, each stated here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """The terms of a part of the data.

    :param title: what they apply to, whom to credit, and their name
    :param url: page with the full text
    """

    title: str
    url: str


#: Eurostat asks for these words wherever the boundaries are shown.
BOUNDARIES_NOTICE = "© EuroGeographics for the administrative boundaries"
#: Interact's terms for keep.eu ask for credit with a link.
INTERREG_NOTICE = "Territorial cooperation 2014-2020: keep.eu (Interact), https://keep.eu"
#: What to write beside the data.
ATTRIBUTION = (
    f"Programme facts: © European Commission and OpenCoesione, CC BY 4.0. {INTERREG_NOTICE}. {BOUNDARIES_NOTICE}."
)

FACTS_LICENCE = Licence(
    "Programme facts: European Commission and OpenCoesione, CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
)
#: Eurostat's page on the boundaries states both the notice and the conditions.
BOUNDARIES_LICENCE = Licence(
    f"{BOUNDARIES_NOTICE} (Eurostat/GISCO): non-commercial reuse with attribution",
    "https://ec.europa.eu/eurostat/web/gisco/geodata/administrative-units/statistical-units",
)
INTERREG_LICENCE = Licence(f"{INTERREG_NOTICE}: reuse with credit and link", "https://keep.eu/terms-of-use/")
#: The licences of the records; names of regions in other languages (``NAMES_NOTICE``) are used by the search only.
LICENCES = (FACTS_LICENCE, INTERREG_LICENCE, BOUNDARIES_LICENCE)

_CLDR = "Unicode CLDR, © Unicode, Inc."
_UNICODE = "(https://www.unicode.org/copyright.html)"
#: For the table of the names of regions, beside the source of each row.
NAMES_NOTICE = (
    f"Names: GeoNames (https://www.geonames.org/), CC BY 4.0; {_CLDR}, Unicode-DFS-2016 and Unicode-3.0 {_UNICODE}."
)
#: For the table of the labels, which has the names of countries.
LABELS_NOTICE = f"Names of countries: {_CLDR}, Unicode-3.0 {_UNICODE}."
#: For everything that holds sample entries.
SAMPLES_NOTICE = (
    "Entries with sample: true, and topics, scopes and counts with basis sample, are made up to show the service."
)
