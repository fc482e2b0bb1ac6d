"""What is printed about a class, a person, and who has to come again; all of it from one `ClassReport`."""
