"""The parts of a booklet, in the order of reading: from a routine and its words to blocks on pages."""
