"""Import of the Commission's cohesion open data: reading, checking, aggregating, and the folder ``data/official/``."""
