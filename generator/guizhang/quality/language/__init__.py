"""What words and short texts mean, in Chinese and English: the lists and readings that the rules on items share."""
