"""CQL2 on the columns of the store in memory."""
