"""Lists of the rules, wherever they stand, and the steps and demands they hold."""
