"""What lines say for themselves, and the labels of rules in them."""
