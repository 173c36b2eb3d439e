"""Searches that are kept: the automatic history, and those saved under a name in the profile or the project."""
