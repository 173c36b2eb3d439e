"""Partners on the map: their areas, lines to them, and the area of the one who asks, as one group."""
