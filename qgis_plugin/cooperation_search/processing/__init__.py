"""Processing algorithms. Imports qgis.core only: QGIS's Processing plugin may be switched off."""
