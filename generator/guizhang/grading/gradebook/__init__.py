"""The gradebook: an XLSX workbook of live formulas."""
