"""Labels and the text between them as nested nodes, with headings that have no label."""
