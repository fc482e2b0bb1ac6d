"""What the marker needs: keys, marking sheets, rubrics."""
