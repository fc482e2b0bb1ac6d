"""Pages from views: HTML by Jinja2, PDF by Typst, QR codes; who prints brings templates of his own."""
