"""Words for a search: the titles of its criteria and the labels of its codes."""

from __future__ import annotations

from typing import List, Mapping, Optional

from .answers import CodeList
from .criteria import OPEN, TODAY, Criteria
from .search import Search
from .texts import tr


class Wording:
    """Titles and labels in one language, as far as the server's criteria and code lists are here.

    :param language: of the labels, such as ``it`` or ``pt_BR``
    """

    def __init__(
        self,
        criteria: Optional[Criteria] = None,
        codelists: Optional[Mapping[str, CodeList]] = None,
        language: str = "",
    ) -> None:
        self.criteria = criteria or Criteria()
        self.codelists: Mapping[str, CodeList] = {} if codelists is None else codelists
        self._language = language

    def title(self, name: str) -> str:
        """The title of a criterion."""
        return self.criteria[name].title

    def label(self, name: str, code: str) -> str:
        """The label of a value of a criterion, or the value itself where it has none."""
        return self.of_list(self.criteria[name].codelist, code)

    def of_list(self, list_id: str, code: str) -> str:
        """The label of a code of a code list, or the code itself where it has none."""
        codelist = self.codelists.get(list_id)
        item = codelist.by_code.get(code) if codelist else None
        return item.text(self._language) if item else code

    def describe(self, search: Search) -> str:
        """A search in words, such as ``Country: Italy; Topic: PO2``; all programmes when it is empty."""
        parts: List[str] = []
        if search.title.strip():
            title = tr("Search", "Title: {}") if "*" in search.title else tr("Search", "Words: {}")
            parts.append(title.format(search.title))
        for name, values in search.criteria:
            if name == OPEN:
                parts += [_open(value) for value in values]
            else:
                labels = (self.label(name, value) for value in values)
                parts.append(f"{self.title(name)}: {', '.join(labels)}")
        if search.include_unknown:
            parts.append(tr("Search", "including programmes that may meet the criteria"))
        if not search.show_samples:
            parts.append(tr("Search", "without sample entries"))
        return "; ".join(parts) or tr("Search", "All programmes")


def _open(value: str) -> str:
    return tr("Search", "Open today") if value == TODAY else tr("Search", "Open on {}").format(value)
