"""A second import beside drafts that somebody has edited."""
