"""The store in memory: one edition in arrays, indexes and encoded fragments."""
