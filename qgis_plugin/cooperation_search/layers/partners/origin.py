"""What layers of partners keep of where they come from."""

from __future__ import annotations

from ...api.partners import Question
from ..asked.origin import Kind

#: What a layer holds, in the order of the group: lines lie over areas.
LINES, OWN, AREAS = "lines", "own", "areas"
ROLES = (LINES, OWN, AREAS)

PARTNERS = Kind("cooperation_search/partners", Question.from_dict)
