"""The report of an import for whoever owns the rules."""
