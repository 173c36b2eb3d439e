"""Finding partners: pure functions over the store's contract. Knows no HTTP and no language.

``facts`` are read from a store once for an edition; ``matcher`` compares one programme with all others. Every part of
the comparison is an interval: its low end is what is known, its high end what may be. ``docs/partners.md`` has the
model.
"""
