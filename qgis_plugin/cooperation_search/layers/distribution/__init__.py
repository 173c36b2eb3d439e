"""Areas with the numbers of a distribution, for the map."""
