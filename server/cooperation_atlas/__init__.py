"""Cooperation Atlas: EU cohesion programmes and their cooperation, as OGC API - Features."""

__version__ = "0.1.0"
