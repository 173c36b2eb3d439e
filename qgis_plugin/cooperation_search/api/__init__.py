"""Talks to a Cooperation Atlas server. Knows QtCore, QtNetwork and qgis.core, but no widget."""
