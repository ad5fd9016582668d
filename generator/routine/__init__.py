"""Chooses, doses and orders: a library and a plan to a routine. Pure."""
