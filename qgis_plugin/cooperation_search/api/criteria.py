"""The criteria of a search that are lists of codes, each declared once.

Parameters, words, counts, the panel's lists and the parameters of Processing follow from this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Dict, Tuple

from .texts import tr

#: In place of the id of a code list: the NUTS regions, which are a collection.
REGIONS = "nuts"


@dataclass(frozen=True)
class Criterion:
    """A criterion whose values are codes.

    :param attribute: attribute of a ``Search``
    :param parameter: parameter of the server, by which its counts are named as well
    :param codelist: code list that explains its codes, or ``REGIONS``
    :param processing: name of the parameter of the algorithms
    :param name: gives its name in the user's language
    :param of_entry: True where it is met by a cooperation entry; all of these must hold for one and the same entry
    :param hidden: codes of the list that are no choice of their own
    """

    attribute: str
    parameter: str
    codelist: str
    processing: str
    name: Callable[[], str]
    of_entry: bool = False
    hidden: Tuple[str, ...] = ()


CRITERIA: Tuple[Criterion, ...] = (
    Criterion("countries", "country", "countries", "COUNTRY", lambda: tr("Search", "Country")),
    Criterion("nuts", "nuts3", REGIONS, "NUTS", lambda: tr("Search", "NUTS region")),
    Criterion("topics", "topic", "topics", "TOPIC", lambda: tr("Search", "Topic of cooperation actions")),
    Criterion("scopes", "scope", "scopes", "SCOPE", lambda: tr("Search", "Scope of partnership needed"), True),
    Criterion("periods", "period", "periods", "PERIOD", lambda: tr("Search", "Period")),
    # An entry that is both answers to "offer" and to "need": it is no third choice.
    Criterion("kinds", "kind", "kinds", "KIND", lambda: tr("Search", "Offers or needs"), True, ("both",)),
    Criterion("statuses", "status", "statuses", "STATUS", lambda: tr("Search", "Status of the cooperation"), True),
    Criterion("modes", "mode", "modes", "MODE", lambda: tr("Search", "Form of cooperation"), True),
    Criterion(
        "partner_types", "partner_type", "partner_types", "PARTNER_TYPE", lambda: tr("Search", "Partners sought"), True
    ),
    Criterion(
        "sought_countries",
        "sought_country",
        "countries",
        "SOUGHT_COUNTRY",
        lambda: tr("Search", "Countries sought"),
        True,
    ),
    Criterion(
        "sought_strategies",
        "sought_strategy",
        "strategies",
        "SOUGHT_STRATEGY",
        lambda: tr("Search", "Strategies sought"),
        True,
    ),
    Criterion("objectives", "objective", "objectives", "OBJECTIVE", lambda: tr("Search", "Objective")),
    Criterion("funds", "fund", "funds", "FUND", lambda: tr("Search", "Fund")),
    Criterion("categories", "category", "categories_of_region", "CATEGORY", lambda: tr("Search", "Category of region")),
    Criterion(
        "strategies",
        "strategy",
        "strategies",
        "STRATEGY",
        lambda: tr("Search", "Macro-regional or sea-basin strategy"),
    ),
    Criterion(
        "excluded_countries",
        "exclude_country",
        "countries",
        "EXCLUDE_COUNTRY",
        lambda: tr("Search", "Countries left out"),
    ),
)
#: By attribute of a ``Search``.
BY_ATTRIBUTE: Dict[str, Criterion] = {each.attribute: each for each in CRITERIA}
#: Value of ``open_on`` that stands for the present day.
TODAY = "today"
