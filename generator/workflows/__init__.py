"""A request → what was asked for: a routine, the files of a booklet, a test sheet, a picture, an answer."""
