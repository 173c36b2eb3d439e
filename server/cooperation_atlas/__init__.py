"""Cooperation Atlas: EU cohesion programmes and their cooperation, as OGC API - Features."""
