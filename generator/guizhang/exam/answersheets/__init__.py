"""Answer sheets with bubbles to fill in, and the masks that mark them by hand."""
