"""Papers, keys and sheets as Word documents: for a trainer who wants to change them before they are printed."""
