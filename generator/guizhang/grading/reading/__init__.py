"""Response files read: CSV, workbooks and sealed files to one answer sheet a person, with every row accounted for."""
