"""Offers and needs: the cooperation entries that a search finds."""
