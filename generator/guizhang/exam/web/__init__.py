"""The exam in a browser: one self-contained page for each candidate, without a server and without a key in it."""
