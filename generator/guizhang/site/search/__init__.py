"""The handbook's own search: the index the browser reads, and the same query in Python. Format: docs/search.md."""
