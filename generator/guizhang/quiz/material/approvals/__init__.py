"""Who approves what, and who else acts, by rules where nobody has marked it."""
