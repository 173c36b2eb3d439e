"""The texts of an HTML page with the language that each of them is marked as."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

#: Elements without an end tag.
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
#: Attributes that people read or hear.
_READ = ("title", "aria-label", "alt", "placeholder", "data-label", "content")


@dataclass
class Page(HTMLParser):
    """A page.

    :param texts: (language, text) of every text, and of every attribute that people read; code is in no language
        (``zxx``, BCP 47)
    :param links: addresses of links to other pages
    :param alternates: address of the page in other languages, by language
    :param fields: values of hidden fields by name
    """

    html: str
    texts: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    alternates: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        language = "zxx" if tag == "code" else values.get("lang", self._open[-1][1])
        if tag == "link" and "hreflang" in values:
            self.alternates[values["hreflang"]] = values["href"]
        if tag == "a" and "href" in values and "hreflang" not in values:
            self.links.append(values["href"])
        if tag == "input" and values.get("type") == "hidden":
            self.hidden[values["name"]] = values["value"]
        for name in _READ:
            if values.get(name) and (tag != "meta" or values.get("name") == "description"):
                self.texts.append((language, " ".join(values[name].split())))
        if tag not in _VOID:
            self._open.append((tag, language))

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open[-1][0] not in ("script", "style"):
            self.texts.append((self._open[-1][1], " ".join(data.split())))

    @property
    def language(self) -> str:
        """The language of the whole page."""
        return next(language for language, _ in self.texts if language)
