"""Knowledge of written Chinese that is independent of any format: numerals and the folded view."""
