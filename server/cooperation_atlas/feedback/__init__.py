"""What people tell us they need: the one thing that the service writes, and no part of any edition."""
