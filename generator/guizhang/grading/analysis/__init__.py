"""What results say about questions, forms, themes and rules, with every formula."""
