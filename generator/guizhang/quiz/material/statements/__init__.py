"""Statements side by side: those that a regulation holds, and altered ones."""
