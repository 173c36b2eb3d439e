"""The formats in which features are written."""
