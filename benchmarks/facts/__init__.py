"""Figures, norms and references annotated by hand, and how well a program's findings agree with them."""
