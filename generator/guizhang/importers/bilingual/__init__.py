"""Rules printed in two languages: which words of a source are the translation of which others."""
