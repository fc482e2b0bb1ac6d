"""The recorded draw to what people hold in their hands: papers, keys, marking sheets, the scoring workbook."""
