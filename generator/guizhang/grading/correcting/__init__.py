"""An exam corrected after it was held, and graded again."""
