"""YAML text to model types and back, with the position of everything."""
