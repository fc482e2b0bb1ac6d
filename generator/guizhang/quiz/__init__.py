"""Item models and what they are made of, the pool of items, and the deterministic draw."""
