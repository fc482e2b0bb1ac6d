"""Where one document ends and the next begins, in a file that holds several."""
