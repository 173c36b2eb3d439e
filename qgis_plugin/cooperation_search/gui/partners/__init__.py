"""Find partners: a ranked list with its reasons, weights, and a comparison side by side."""
