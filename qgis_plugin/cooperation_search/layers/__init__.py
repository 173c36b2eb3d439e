"""Map layers of a search: loading, styles, origin, export. Knows no widget of the panel."""
