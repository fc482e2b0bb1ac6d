"""Editions of a handbook compared: what was added, removed, moved, renumbered, edited, and how.

``compare`` takes two handbooks and gives a `Comparison`; a terminal, a page, JSON and the record of an edition are
made from that. ``pieces`` is the difference of two texts, for whoever shows one.
"""
