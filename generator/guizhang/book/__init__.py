"""The handbook on paper: the whole book as PDF and DOCX, sign-off sheets, and the site as one file to carry away."""
