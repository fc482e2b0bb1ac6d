"""State of translations: which rest on the source text they were made from."""
