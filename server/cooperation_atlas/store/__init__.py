"""The query store over one edition, in memory. Knows no HTTP and no pygeoapi."""
