"""Consortia: the best sets of partners under the rules of a call."""
