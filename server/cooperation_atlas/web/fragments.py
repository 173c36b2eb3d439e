"""Parts of pages that are the same on many of them, made once for an edition and a language.

In a template: ``{% call once("fact", collection.id, field.name) %} … {% endcall %}``. The words after ``once`` name the
part and everything that it depends on beside the edition, the language and whether that was chosen. They come from the
model and the code lists, never from what a client wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from weakref import WeakKeyDictionary

from markupsafe import Markup

from .service import ServedEdition

#: Most parts that are kept of an edition, in all languages: some megabytes.
MOST = 20_000

_KEPT: WeakKeyDictionary[ServedEdition, dict[tuple[Hashable, ...], Markup]] = WeakKeyDictionary()


class Fragments:
    """The parts for one page.

    :param common: what every part may depend on
    """

    def __init__(self, view: ServedEdition, *common: Hashable) -> None:
        self._kept = _KEPT.setdefault(view, {})
        self._common = common

    def __call__(self, *key: Hashable, caller: Callable[[], Markup]) -> Markup:
        """The part of that name, made by ``caller`` where it is not kept."""
        whole = (*self._common, *key)
        made = self._kept.get(whole)
        if made is None:
            made = caller()
            if len(self._kept) < MOST:
                self._kept[whole] = made
        return made
