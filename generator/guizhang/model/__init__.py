"""The types everything else speaks in; they know no file format. Standard library and pydantic only."""
