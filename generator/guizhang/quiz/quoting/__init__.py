"""The text of the rules as items quote it: cut into clauses, named, printed, and refused where it says nothing by itself."""
