"""Item models, the pool of items, and the deterministic draw."""
