"""What follows on what: penalties, rewards and ladders of them."""
