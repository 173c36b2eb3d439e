"""Parameters that every link of a page keeps: the language chosen, and without samples here, without samples there."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: Parameters that are kept, and the paths whose links keep them: every page has a language, only data has samples.
_PATHS = {
    "exclude": re.compile(r"/(?:collections(?:/.*)?)?"),
    "lang": re.compile(r"/(?!static/|drawings/|healthz|robots|sitemap|embed/theme).*"),
}
#: A link inside the service. ``data-drops`` names the parameter that a link takes back.
_LINK = '(?P<drops>data-drops="[^"]*" )?href="{root}(?P<path>/[^"?#]*)(?:[?](?P<query>[^"#]*))?(?=[#"])'


def keep_parameters(text: str, root: str, kept: Mapping[str, str]) -> str:
    """The page with the parameters in all its links, but those that already have them.

    :param text: HTML
    :param root: first part of the public paths
    :param kept: values that need no encoding, by name
    """

    def link(match: re.Match[str]) -> str:
        drops, query = match["drops"] or "", match["query"] or ""
        present = {part.partition("=")[0] for part in query.replace("&amp;", "&").split("&")}
        present |= {name for name in kept if drops == f'data-drops="{name}" '}
        added = [f"{n}={v}" for n, v in kept.items() if n not in present and _PATHS[n].fullmatch(match["path"])]
        if not added:
            return match[0]
        return f'{drops}href="{root}{match["path"]}?{"&amp;".join(filter(None, (query, *added)))}'

    return re.sub(_LINK.format(root=re.escape(root)), link, text) if kept else text
