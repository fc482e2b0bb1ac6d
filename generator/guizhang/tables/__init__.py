"""Tables people fill in: CSV and XLSX files to rows of text with their places, and workbooks written safely."""
