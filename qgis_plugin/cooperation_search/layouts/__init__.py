"""Print layouts: a map sheet of a search, and sheets of partners. Needs QGIS's core only, and so no window."""
