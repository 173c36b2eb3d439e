"""Consortia on the map: a group with a layer for each set."""
