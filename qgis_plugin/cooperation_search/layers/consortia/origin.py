"""What layers of consortia keep of where they come from."""

from __future__ import annotations

from ...api.consortium import ConsortiumQuestion
from ..asked.origin import Kind

#: The role of a layer is the number of its set.
CONSORTIA = Kind("cooperation_search/consortium", ConsortiumQuestion.from_dict, int)
