"""The page in place of partners: nobody asks yet, asking, nobody found, and failures; each with advice."""

from __future__ import annotations

from typing import Sequence

from ...api.partners import SEEKS
from ..results.states import StatePage

#: What the button of the first page asks for: the list of programmes.
PROGRAMMES = "programmes"
_UNUSUAL = "unusual"


class PartnerStates(StatePage):
    """What helps most is on the button: ``programmes``, or what other pages of this kind offer."""

    def show_start(self) -> None:
        """Before anybody asks."""
        self._show(
            "/mActionFilter2.svg",
            self.tr("Partners of which programme?"),
            self.tr("Choose a programme in the list of results and press “Find partners” in its details."),
            PROGRAMMES,
            self.tr("Show the programmes"),
        )

    def show_nobody(self, order: str, filtered: bool, notes: Sequence[str]) -> None:
        """Nobody was found.

        :param order: in which partners were sought
        :param filtered: whether only programmes of the search were asked for
        :param notes: what the server says of those left out
        """
        if order == SEEKS:
            title = self.tr("No entry seeks a partner like this one")
            advice = self.tr(
                "Few programmes have published what they need. The other ways to look for partners do not depend on it."
            )
        elif order == _UNUSUAL:
            title = self.tr("No programme is alike and far away")
            advice = self.tr("Choose another order, or another programme, above.")
        else:
            title = self.tr("No programme can be a partner under these conditions")
            advice = self.tr("Choose another order, or another programme, above.")
        if filtered:
            advice = self.tr("Take away the tick that leaves only programmes of the search.")
        self._show("/mIconInfo.svg", title, "\n".join((advice, *notes)))
