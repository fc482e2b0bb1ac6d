"""The paper: what a candidate gets to read and write on."""
