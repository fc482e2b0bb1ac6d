"""Wrong values for figures: what a rule of the kind could say, as this rule would word it."""
