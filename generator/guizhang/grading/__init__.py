"""Responses to results: reading what candidates wrote, scoring it, saying which rules people do not know."""
