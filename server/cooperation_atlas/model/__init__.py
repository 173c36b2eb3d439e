"""The data model: fields, collections, criteria and errors. Knows no HTTP, no pygeoapi and no files."""
