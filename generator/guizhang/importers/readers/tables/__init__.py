"""Tables of any format: their heads, the roles of their columns, and the rules that their rows are."""
