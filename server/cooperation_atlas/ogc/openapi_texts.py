"""Texts of the API definition. The definition is English; the page about it translates them.

``make translations`` finds literal texts by these calls, and in the arguments of ``operation``, of answers and of
parameters (``web.translations.messages``).
"""

from __future__ import annotations


def message(text: str) -> str:
    """A text that pages translate."""
    return text


def titled(title: str, text: str) -> str:
    """A text about something that has a title; pages translate both."""
    return f"{title}: {text}"
