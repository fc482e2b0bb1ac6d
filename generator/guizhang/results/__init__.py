"""The store of results: every exam of a folder in tables, ready-made summaries, and SQL."""
