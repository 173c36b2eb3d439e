"""The words of CQL2 text: the terminals of ``cql2.lark``, read one by one, and counted.

Lark's own lexers take several times as long, most of it to make tokens with lines and columns, and cannot stop where a
text becomes too much.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lark import Token
from lark.common import LexerConf
from lark.lexer import Lexer, LexerState, PatternStr

from .limits import MAX_BRACKET_DEPTH, MAX_BRACKETS, MAX_ITEMS, MAX_OPERATORS
from .mistakes import Mistake

OPERATORS = frozenset(
    ["OR", "AND", "NOT", "COMPARISON", "LIKE", "BETWEEN", "IN", "IS", "PLUS", "MINUS", "TIMES", "DIV", "POWER"]
)
_POSITIONS = "POSITIONS"


class Word(Token):
    """A token with its offset in the text; lines and columns are counted only for messages."""

    __slots__ = ()
    value: str
    start_pos: int

    def __new__(cls, type: str, value: str, start_pos: int) -> Word:
        """A token of a terminal."""
        word = str.__new__(cls, value)
        word.type = type
        word.value = value
        word.start_pos = start_pos
        return word


class Cql2Lexer(Lexer):
    """Reads words by one regular expression made of all terminals, each a named group.

    What no terminal matches is an ``UNKNOWN`` of one character, which the grammar nowhere allows.
    """

    __future_interface__ = 2

    def __init__(self, conf: LexerConf) -> None:
        patterns = {t.name: t.pattern for t in sorted(conf.terminals, key=lambda t: -t.priority)}
        self._keywords = {
            p.value.upper(): name for name, p in patterns.items() if isinstance(p, PatternStr) and p.value.isalpha()
        }
        space = "|".join(patterns[name].to_regexp() for name in conf.ignore)
        groups = [
            f"(?P<{name}>{pattern.to_regexp()})"
            for name, pattern in patterns.items()
            if name not in (*self._keywords.values(), *conf.ignore, _POSITIONS)
        ]
        self._word = re.compile(rf"(?:{space})?+(?:{'|'.join(groups)}|(?P<UNKNOWN>(?s:.)))")
        self._positions = re.compile(rf"(?:{space})?+({patterns[_POSITIONS].to_regexp()})")

    def lex(self, lexer_state: LexerState, parser_state: Any) -> Iterator[Token]:
        """The words of a text.

        :param parser_state: of the parser that reads them, one after the other
        :raises Mistake: at the first word that is too much
        """
        text = lexer_state.text.text
        keywords, match = self._keywords, self._word.match
        stack, actions = parser_state.state_stack, parser_state.parse_conf.states
        end = depth = operators = brackets = commas = 0
        while found := match(text, end):
            kind = found.lastgroup or "UNKNOWN"
            word = found[kind]
            end = found.end()
            start = end - len(word)
            if kind == "NAME" or kind == "FUNCTION":
                kind = keywords.get(word.upper(), kind)
            if kind in OPERATORS:
                operators += 1
                if operators > MAX_OPERATORS:
                    raise Mistake("the operator", start, f"is one too many; a filter may have {MAX_OPERATORS:,}")
            elif kind == "LPAR":
                depth += 1
                brackets += 1
                if depth > MAX_BRACKET_DEPTH:
                    raise Mistake("the bracket", start, f"is nested too deeply; the limit is {MAX_BRACKET_DEPTH}")
                if brackets > MAX_BRACKETS:
                    raise Mistake("the bracket", start, f"is one too many; a filter may have {MAX_BRACKETS:,}")
                yield Word(kind, word, start)
                if _POSITIONS in actions[stack[-1]] and (found := self._positions.match(text, end)):
                    end = found.end()
                    yield Word(_POSITIONS, found[1], found.start(1))
                continue
            elif kind == "RPAR":
                depth -= 1
            elif kind == "COMMA":
                commas += 1
                if commas > MAX_ITEMS:
                    raise Mistake("the comma", start, f"is one too many; a filter may have {MAX_ITEMS:,}")
            yield Word(kind, word, start)
