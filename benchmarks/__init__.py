"""What measures speed, size and quality, apart from the tests: `make bench`."""
