"""A library and a plan → a routine: exercises chosen, dosed and ordered, each with its reasons; pure."""
