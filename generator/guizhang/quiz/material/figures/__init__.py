"""Figures that can be asked for, what gives them away, and the limits they set."""
