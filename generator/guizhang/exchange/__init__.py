"""The item bank as a workbook and back, and questions from the Word and Excel layouts trainers use.

Every way in ends in the same thing: a `Draft`, cells by field with their places. `shape` turns drafts into items, so
that a layout is only a way to find cells.
"""
