"""Layers of a search written to files: GeoPackage, CSV, XLSX, with where the rows come from, and checked afterwards."""
