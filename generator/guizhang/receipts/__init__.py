"""Who has confirmed to have read which edition: receipts that were sealed on the site, and the register made of them."""
