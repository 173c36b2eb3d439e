"""All contact with pygeoapi: its configuration, its core, and what it calls of ours."""
