"""Texts with a known outline as the files people and programs make of them: web pages, Word files, PDF."""
