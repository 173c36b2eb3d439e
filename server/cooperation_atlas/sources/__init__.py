"""Readers of the source tables, workbooks and boundary files."""
