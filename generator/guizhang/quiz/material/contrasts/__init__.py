"""What a careless reader would take a rule for: its details and words altered."""
