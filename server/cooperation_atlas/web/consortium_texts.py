"""The rules of consortia as texts in one language."""

from __future__ import annotations

from dataclasses import dataclass

from ..matching.consortia.rules import GATES, OF_CATEGORIES, UPPER, Rule, Term
from ..matching.consortia.search import Change
from ..model import consortium as words
from ..ogc.consortium_request import CATEGORIES
from .partner_sentences import Sentences

#: Code lists of what rules name.
_CODELISTS = {
    **dict.fromkeys(OF_CATEGORIES, CATEGORIES),
    Rule.TOPIC.value: "topics",
    Rule.OBJECTIVE.value: "objectives",
    Rule.SCOPE.value: "scopes",
}
#: Rules that hold or do not: no number is said of them.
_WITHOUT_NUMBER = (*GATES, Rule.COORDINATOR, Rule.WITH, Rule.UNKNOWN)


@dataclass(frozen=True)
class RuleTexts:
    """Writes rules.

    :param sentences: of the language
    """

    sentences: Sentences

    def name(self, term: Term) -> str:
        """What a rule is called."""
        codelist = _CODELISTS.get(term.rule.value)
        labels = [self.sentences.label(codelist, code) if codelist else code for code in term.codes]
        if term.rule in (Rule.TOPIC, Rule.OBJECTIVE):
            labels = [f"{label} ({code})" for label, code in zip(labels, term.codes, strict=True)]
        return self._say(words.NAMES[term.rule.value], codes=" / ".join(labels))

    def term(self, term: Term) -> str:
        """A rule with its number."""
        if term.rule in _WITHOUT_NUMBER:
            return self.name(term)
        kind = words.AT_MOST if term.rule in UPPER else words.AT_LEAST
        return self._say(kind, name=self.name(term), number=term.number)

    def change(self, change: Change) -> str:
        """A loosened rule."""
        term = change.term
        if term.rule is Rule.UNKNOWN:
            return self.say(words.UNKNOWN)
        if not change.to or term.rule in _WITHOUT_NUMBER:
            return self._say(words.DROPPED, name=self.term(term))
        return self._say(words.INSTEAD, name=self.name(term), to=change.to, number=term.number)

    def say(self, text: str) -> str:
        """A text without values."""
        return self.sentences.catalogue.translate(text)

    def call(self, preset: str) -> str:
        """The title of a preset."""
        return self.say(words.CALLS[preset]) if preset in words.CALLS else preset

    def _say(self, text: str, **values: object) -> str:
        return self.sentences.catalogue.gettext(text) % values
