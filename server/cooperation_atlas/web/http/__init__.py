"""HTTP: requests and responses, caching, limits, and the server process."""
