"""Vector tiles of the model's collections."""
