"""Guizhang: a company's rules as a bilingual handbook, quizzes and scoring sheets."""

__version__ = "0.1.0"
