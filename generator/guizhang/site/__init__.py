"""The handbook as a site: pages rendered from the model, and one adapter that hands them to MkDocs."""
