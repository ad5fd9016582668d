"""YAML files that people write: text → validated values, and every problem with its place.

`reading` turns a file into plain values and remembers where each stands; `checking` validates them against a
pydantic model, whose parts `shapes` finds; `suggestions` offers the word that was probably meant.
"""
