"""Where to report an error in a fact: the mailbox or page that the operator has set, else the form for feedback."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

#: What stands in the operator's address for the address of what the error is in.
ABOUT = "{about}"
_MAILBOX = "mailto:"


def report_address(report: str, form: str | None, about: str, subject: str) -> str | None:
    """The address of a link that reports an error; ``None`` where there is nowhere to report it.

    :param report: as the operator has set it (``model.operator.Operator.report``); it goes before the form
    :param form: path of the form for feedback, ``None`` where that is switched off
    :param about: address of the fact
    :param subject: what it is called
    """
    if not report:
        place = urlsplit(about)
        return form and f"{form}?about={quote(f'{place.path}#{place.fragment}', safe='')}"
    if report.startswith(_MAILBOX):
        return f"{report}?subject={quote(subject, safe='')}&body={quote(about, safe='')}"
    return report.replace(ABOUT, quote(about, safe=""))
