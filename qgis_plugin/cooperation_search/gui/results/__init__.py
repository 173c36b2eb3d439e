"""The result list, the facts of one programme, and the selection shared with the map."""
