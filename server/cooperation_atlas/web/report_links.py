"""Where to report an error in a fact: the mailbox or page that the operator has set, with the address of the fact."""

from __future__ import annotations

from urllib.parse import quote

#: What stands in the operator's address for the address of what the error is in.
ABOUT = "{about}"
_MAILBOX = "mailto:"


def report_address(report: str, about: str, subject: str) -> str | None:
    """The address of a link that reports an error; ``None`` where the operator has set nothing.

    :param report: as the operator has set it (``model.operator.Operator.report``)
    :param about: address of the fact
    :param subject: what it is called
    """
    if not report:
        return None
    if report.startswith(_MAILBOX):
        return f"{report}?subject={quote(subject, safe='')}&body={quote(about, safe='')}"
    return report.replace(ABOUT, quote(about, safe=""))
