"""Runs the parse table that lark makes of ``cql2.lark``.

Lark's own loop looks up each rule by a hash that it works out in Python, time and again: a list of 10,000 members took
10 times as long (measured), on the event loop of the server. What it reads and where it fails is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lark import Token, UnexpectedToken
from lark.common import ParserConf
from lark.lexer import LexerThread
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_interactive_parser import InteractiveParser
from lark.parsers.lalr_parser import LALR_Parser
from lark.parsers.lalr_parser_state import ParseConf, ParserState

#: The state to go to; or to reduce: the number of values, the rule's name, and what is done with them, if anything.
_Action = int | tuple[int, str, Callable[[list[Any]], Any] | None]

END = "$END"


class TableParser(LALR_Parser):
    """A parser for grammars whose rules keep all their tokens, and call functions as they are complete."""

    def __init__(self, parser_conf: ParserConf, debug: bool = False, strict: bool = False) -> None:
        super().__init__(parser_conf, debug=debug, strict=strict)
        self._actions: dict[Any, dict[str, _Action]] = {
            state: {name: self._action(kind, to) for name, (kind, to) in actions.items()}
            for state, actions in self._parse_table.states.items()
        }
        #: What ``_pass_on`` found, by the state below, the one on top, and the type of the token: some hundreds.
        self._passed: dict[tuple[int, int, str], int] = {}

    def _action(self, kind: Any, to: Any) -> _Action:
        if kind is Shift:
            return int(to)
        passes_on = to.options.expand1 and not to.alias and len(to.expansion) == 1
        return len(to.expansion), to.origin.name, None if passes_on else self.parser_conf.callbacks[to]

    def parse(self, lexer: LexerThread, start: str) -> Any:  # type: ignore[override]  # nothing goes on after an error
        """What the start rule comes to.

        :raises UnexpectedToken: with a parser in the state before it, which knows what could have stood there
        """
        state = self._state(lexer, start)
        end = 0
        for word in lexer.lex(state):  # type: ignore[no-untyped-call]
            if not self._feed(word, word.type, state):
                raise self._unexpected(word, lexer, start)
            end = word.start_pos + len(word)
        last = Token(END, "", end)
        if not self._feed(last, END, state):
            raise self._unexpected(last, lexer, start)
        return state.value_stack[-1]

    def _state(self, lexer: LexerThread, start: str) -> ParserState[Any]:
        return ParserState(ParseConf(self._parse_table, self.parser_conf.callbacks, start), lexer)

    def _feed(self, token: Token, kind: str, state: ParserState[Any]) -> bool:
        """Completes the rules that end before the token, and puts it on the stacks; False where it has no place."""
        states, values, actions = state.state_stack, state.value_stack, self._actions
        while True:
            action = actions[states[-1]].get(kind)
            if isinstance(action, int):
                states.append(action)
                values.append(token)
                return True
            if action is None:
                return False
            size, name, function = action
            if function is None:
                step = (states[-2], states[-1], kind)
                states[-1] = self._passed.get(step) or self._pass_on(step)
            else:
                parts = values[-size:]
                del states[-size:], values[-size:]
                values.append(function(parts))
                states.append(actions[states[-1]][name])
            if kind == END and states[-1] == state.parse_conf.end_state:
                return True

    def _unexpected(self, token: Token, lexer: LexerThread, start: str) -> UnexpectedToken:
        """The error for a token; what comes before it is read again, as the token has completed rules since."""
        state = self._state(lexer, start)
        for word in lexer.lex(state):  # type: ignore[no-untyped-call]
            if word.start_pos == token.start_pos:
                break
            self._feed(word, word.type, state)
        expected = {name for name in self._actions[state.position] if name.isupper()}
        interactive = InteractiveParser(self.parser, state, lexer)
        return UnexpectedToken(token, expected, state=state, interactive_parser=interactive)  # type: ignore[no-untyped-call]

    def _pass_on(self, step: tuple[int, int, str]) -> int:
        """The state after all the rules that one value completes by itself: a number alone is ten rules of one part."""
        below, top, kind = step
        while True:
            action = self._actions[top].get(kind)
            if not isinstance(action, tuple) or action[2] is not None:
                self._passed[step] = top
                return top
            top = self._actions[below][action[1]]  # type: ignore[assignment]  # a state
