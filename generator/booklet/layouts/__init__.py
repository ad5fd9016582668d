"""Ways to put a routine on paper: from what is printed, and how, to a whole `Booklet`."""
