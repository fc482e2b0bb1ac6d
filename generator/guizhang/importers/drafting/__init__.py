"""From an outline to the drafts that an author goes on editing."""
