"""Codes for people, and what goes when the time to keep their results is over."""
