"""Figures as people write them, brought to one form."""
