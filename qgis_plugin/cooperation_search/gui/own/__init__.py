"""Whom the user works for: their own programme or country, from which partners abroad are sought."""
