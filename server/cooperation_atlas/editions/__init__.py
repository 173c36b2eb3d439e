"""Editions: validated, built, published and rolled back. An edition is one immutable state of all data."""
