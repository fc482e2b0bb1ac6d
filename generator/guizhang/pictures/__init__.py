"""Pictures a company gives us: what kind they are, how large, and whether they are safe to hand on. Told by their bytes."""
