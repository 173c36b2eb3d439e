"""Turtle (RDF 1.1): linked data of this service, written from its JSON-LD.

Only what the documents of this service are made of is understood: a context of prefixes, nodes, literals and lists of
them. So no processor of JSON-LD is needed, and nothing has to be fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from .document import FeatureDocument

MEDIA_TYPE = "text/turtle"
Node = Mapping[str, Any]
#: What an IRI must not have as it stands (RDF 1.1 Turtle, IRIREF).
_NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"}
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')
#: Statements of a node: its predicates, each with its objects, all of them written.
_Statements = dict[str, dict[str, None]]


def write_object(content: dict[str, Any]) -> bytes:
    """A document in JSON-LD as Turtle: its prefixes, then the nodes in the order in which they are first named."""
    nodes: dict[str, _Statements] = {}
    _subject({name: value for name, value in content.items() if name != "@context"}, nodes)
    prefixes = (f"@prefix {name}: <{_iri(uri)}> .\n" for name, uri in content["@context"].items())
    written = (f"\n{subject} {_predicates(statements, 1)} .\n" for subject, statements in nodes.items() if statements)
    return "".join((*prefixes, *written)).encode()


def no_features(_: FeatureDocument) -> bytes:
    """Features are not written in Turtle: nothing offers them in it."""
    raise ValueError("Turtle is a form of documents about the service, not of features.")


def _subject(node: Node, nodes: dict[str, _Statements]) -> str:
    """Take in the statements of a node with an address, and those of all nodes below it.

    :returns: how the node is written where another one names it
    """
    subject = f"<{_iri(node['@id'])}>"
    # What is said of a node in several places is one node.
    statements = nodes.setdefault(subject, {})
    for predicate, object_ in _statements(node, nodes):
        statements.setdefault(predicate, {})[object_] = None
    return subject


def _statements(node: Node, nodes: dict[str, _Statements]) -> Iterator[tuple[str, str]]:
    for name, value in node.items():
        if name == "@id":
            continue
        for one in value if isinstance(value, list) else [value]:
            yield ("a", one) if name == "@type" else (name, _object(one, nodes))


def _object(value: Any, nodes: dict[str, _Statements]) -> str:
    if isinstance(value, str):
        return _literal(value)
    if "@value" in value:
        text = _literal(value["@value"])
        if "@language" in value:
            return f"{text}@{value['@language']}"
        return f"{text}^^{value['@type']}"
    if "@id" in value:
        return _subject(value, nodes)
    blank: _Statements = {}
    for predicate, object_ in _statements(value, nodes):
        blank.setdefault(predicate, {})[object_] = None
    return f"[ {_predicates(blank, 2)} ]"


def _predicates(statements: _Statements, depth: int) -> str:
    return f" ;\n{'  ' * depth}".join(f"{name} {', '.join(objects)}" for name, objects in statements.items())


def _iri(text: str) -> str:
    return _NO_IRI.sub(lambda match: f"%{ord(match[0]):02X}", text)


def _literal(text: str) -> str:
    escaped = _ESCAPED.sub(lambda match: _ESCAPES.get(match[0]) or f"\\u{ord(match[0]):04X}", text)
    return f'"{escaped}"'
