"""Publishing inside a company: the site, what its web server must send with it, and what must not leave the house."""
