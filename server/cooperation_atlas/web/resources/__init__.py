"""The resources of the service."""
