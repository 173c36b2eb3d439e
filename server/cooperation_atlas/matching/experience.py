"""Experience: territorial cooperation of 2014-2020 in the area of a partner, as keep.eu counts it."""

from __future__ import annotations

import numpy as np

from .arrays import Incidence
from .interval import Interval


def experience(projects: np.ndarray, covers: Incidence, full: float) -> Interval:
    """The mean over the NUTS III areas of a programme of projects by ``full``, at most 1 each.

    An area without a count may have had any number: keep.eu does not hold all projects. It says the same of a partner
    whoever asks.

    :param projects: of each area, NaN where none is known
    """
    known = ~np.isnan(projects)
    each = np.minimum(1.0, np.where(known, projects, 0.0) / full)
    count = np.maximum(1, covers.counts)
    low = covers.sums(each) / count
    without = np.where(covers.counts > 0, covers.sums((~known).astype(float)) / count, 1.0)
    return Interval(low, np.minimum(1.0, low + without))


def mean_of(projects: np.ndarray, areas: np.ndarray) -> float | None:
    """Projects in an area on the mean, among the areas for which they are known."""
    known = projects[areas]
    known = known[~np.isnan(known)]
    return float(known.mean()) if len(known) else None
