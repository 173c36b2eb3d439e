"""Progress on the terminal: on stderr, and only where a person watches."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def steps(title: str, total: int | None) -> Iterator[Callable[[str], None]]:
    """A bar with one tick a step; the function given out is called with the name of each step before it starts."""
    from tqdm import tqdm

    form = "{desc} {bar} {n_fmt}/{total_fmt} {elapsed}" if total else "{desc} {elapsed}"
    # disable=None: no bar where stderr is not a terminal.
    with tqdm(total=total, desc=title, disable=None, leave=False, bar_format=form) as bar:
        started = False

        def step(name: str) -> None:
            nonlocal started
            if started:
                bar.update(1)
            if total:
                bar.total = max(total, bar.n + 1)  # a further NUTS version is a further step
            started = True
            bar.set_description_str(f"{title}: {name}")

        yield step
        bar.update(1)


@contextmanager
def counted(title: str) -> Iterator[Callable[[str, int, int], None]]:
    """A bar for work that counts itself: called as (step, done, total)."""
    from tqdm import tqdm

    with tqdm(
        total=1, desc=title, disable=None, leave=False, bar_format="{desc} {bar} {percentage:.0f}% {elapsed}"
    ) as bar:

        def show(name: str, done: int, total: int) -> None:
            bar.set_description_str(f"{title}: {name}")
            bar.total, bar.n = total, done
            bar.refresh()

        yield show
