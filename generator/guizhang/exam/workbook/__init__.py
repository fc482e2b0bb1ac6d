"""The scoring workbook: typed answers, marks by live formulas."""
