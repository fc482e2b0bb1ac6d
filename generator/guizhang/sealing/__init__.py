"""Answers sealed in the browser to the trainer's key: who may have sealed them, and how they are opened."""
