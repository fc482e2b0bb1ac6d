"""What became of every character, and what is doubtful about it."""
