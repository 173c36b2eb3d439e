"""Layers that answer a question other than a search: how they are loaded, kept, found and filled again."""
