"""Settings, read from environment variables named ``COOPERATION_ATLAS_*``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from .model.errors import InvalidValue, nearest
from .model.operator import ANYWHERE, NOBODY, Operator, day_of, embedders_of, place_of

#: Common start of the names of all environment variables read here.
PREFIX = "COOPERATION_ATLAS_"

_DEFAULTS = {
    "HOST": "127.0.0.1",
    "PORT": "5000",
    "URL": "",
    "EDITIONS": "var/editions",
    "DATA": "data",
    "CONFIG": "config/pygeoapi.yml",
    "MATCHING": "config/matching",
    "SAMPLES": "on",
    "FEEDBACK": "var/feedback.sqlite",
    "FEEDBACK_DAYS": "365",
    "LANGUAGES": "en,de,es,fr,it,pl",
    "WORKERS": "1",
    "CACHE_MB": "256",
    "OPERATOR": "",
    "OPERATOR_CONTACT": "",
    "STATEMENT_DATE": "",
    "ENFORCEMENT": "",
    "LOG_DAYS": "",
    "REPORT_ERRORS": "",
    "EMBED_ORIGINS": ANYWHERE,
}
#: Names of all settings, as environment variables.
NAMES = tuple(PREFIX + name for name in _DEFAULTS)
_SWITCH = {"on": True, "off": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set from outside.

    :param host: address to listen on
    :param port: TCP port to listen on
    :param url: public base URL, without a slash at the end
    :param editions: folder with the editions
    :param data: folder with the source tables
    :param config: pygeoapi configuration file
    :param matching: folder with the tables of the partner search
    :param samples: whether an edition contains the sample cooperation entries
    :param feedback: where messages of people are kept: path of an SQLite file, or address of a PostgreSQL database;
        ``None`` where none are taken
    :param feedback_days: days for which they are kept
    :param languages: ISO 639-1 codes of the languages offered, preferred first
    :param workers: number of server processes
    :param explicit: names, without the prefix, of those that the environment sets; it goes before the configuration
    :param cache_mb: megabytes of finished responses that each worker keeps; 0 keeps none
    :param operator: who runs the service, for its statements
    """

    host: str
    port: int
    url: str
    editions: Path
    data: Path
    config: Path
    matching: Path
    samples: bool
    feedback: str | None
    feedback_days: int
    languages: tuple[str, ...]
    workers: int
    cache_mb: int
    explicit: frozenset[str] = frozenset()
    operator: Operator = NOBODY

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Settings from ``environment`` (default: that of the process); relative folders start at the working folder.

        :raises InvalidValue: for a value that cannot be used, or for an unknown name with the prefix
        """
        environment = os.environ if environment is None else environment
        given = {k.removeprefix(PREFIX): v for k, v in environment.items() if k.startswith(PREFIX)}
        for name in given:
            if name not in _DEFAULTS:
                known = nearest(PREFIX + name, NAMES, 1)
                raise InvalidValue(PREFIX + name, "there is no such setting.", known)
        # An empty variable counts as unset: this is how shells and compose files switch one off.
        values = _DEFAULTS | {k: v.strip() for k, v in given.items() if v.strip()}
        host, port = values["HOST"], _whole_number("PORT", values["PORT"], 0, 65535)
        return cls(
            host=host,
            port=port,
            url=_base_url(values["URL"]) or f"http://{_url_host(host)}:{port}",
            editions=Path(values["EDITIONS"]).absolute(),
            data=Path(values["DATA"]).absolute(),
            config=Path(values["CONFIG"]).absolute(),
            matching=Path(values["MATCHING"]).absolute(),
            samples=_switch("SAMPLES", values["SAMPLES"]),
            feedback=_feedback(values["FEEDBACK"]),
            feedback_days=_whole_number("FEEDBACK_DAYS", values["FEEDBACK_DAYS"], 1, 3650),
            languages=_languages(values["LANGUAGES"]),
            workers=_whole_number("WORKERS", values["WORKERS"], 1, 64),
            cache_mb=_whole_number("CACHE_MB", values["CACHE_MB"], 0, 65536),
            explicit=frozenset(name for name, value in given.items() if value.strip()),
            operator=_operator(values),
        )

    def with_configuration(self, host: str, port: int, url: str, languages: Iterable[str]) -> Settings:
        """These settings with what the configuration says where the environment says nothing.

        :param url: public address; empty for the one listened on
        :raises InvalidValue: for a value that cannot be used
        """
        host = self.host if "HOST" in self.explicit else host
        port = self.port if "PORT" in self.explicit else port
        if "URL" in self.explicit:
            url = self.url
        return replace(
            self,
            host=host,
            port=port,
            url=_base_url(url, "server.url") or f"http://{_url_host(host)}:{port}",
            languages=self.languages
            if "LANGUAGES" in self.explicit
            else _languages(",".join(languages), "server.languages"),
            explicit=self.explicit | {"HOST", "PORT", "URL", "LANGUAGES"},
        )


def _operator(values: Mapping[str, str]) -> Operator:
    days = values["LOG_DAYS"]
    return Operator(
        name=values["OPERATOR"],
        contact=place_of(PREFIX + "OPERATOR_CONTACT", values["OPERATOR_CONTACT"]),
        statement_day=day_of(PREFIX + "STATEMENT_DATE", values["STATEMENT_DATE"]),
        enforcement=place_of(PREFIX + "ENFORCEMENT", values["ENFORCEMENT"]),
        log_days=_whole_number("LOG_DAYS", days, 0, 3650) if days else None,
        report=place_of(PREFIX + "REPORT_ERRORS", values["REPORT_ERRORS"]),
        embedders=embedders_of(PREFIX + "EMBED_ORIGINS", values["EMBED_ORIGINS"]),
    )


def _whole_number(name: str, value: str, low: int, high: int) -> int:
    if not value.isascii() or not value.isdigit() or not low <= int(value) <= high:
        raise InvalidValue(PREFIX + name, f"'{value}' is not a whole number from {low} to {high}.")
    return int(value)


def _switch(name: str, value: str) -> bool:
    try:
        return _SWITCH[value.casefold()]
    except KeyError:
        raise InvalidValue(PREFIX + name, f"'{value}' is not on or off.", _SWITCH) from None


def _feedback(value: str) -> str | None:
    if value.casefold() == "off":
        return None
    scheme = value.partition("://")[0] if "://" in value else ""
    if scheme and scheme not in {"postgresql", "postgres"}:
        reason = f"'{scheme}://' is not possible. Give off, the path of an SQLite file, or postgresql://…"
        raise InvalidValue(PREFIX + "FEEDBACK", reason)
    return value if scheme else str(Path(value).absolute())


def _base_url(value: str, place: str = PREFIX + "URL") -> str:
    parts = urlsplit(value)
    if value and (parts.scheme not in {"http", "https"} or not parts.netloc or parts.query or parts.fragment):
        raise InvalidValue(place, f"'{value}' is not an absolute http or https URL without query.")
    return value.rstrip("/")


def _url_host(host: str) -> str:
    """A host that a client can reach: the wildcard addresses listen everywhere but name no machine."""
    if host in {"0.0.0.0", "::"}:
        return "localhost"
    return f"[{host}]" if ":" in host else host


def _languages(value: str, place: str = PREFIX + "LANGUAGES") -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.strip().lower() for code in value.split(",") if code.strip()))
    for code in codes:
        if len(code) != 2 or not code.isascii() or not code.isalpha():
            raise InvalidValue(place, f"'{code}' is not a language code of two letters (ISO 639-1).")
    if not codes:
        raise InvalidValue(place, "names no language.")
    return codes
