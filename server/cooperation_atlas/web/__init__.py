"""The ASGI application around pygeoapi: resources, strictness, pages, cache. Knows nothing of the store's insides."""
