"""A routine and its words → pages of marks with their meaning; pure.

Its rooms, each built on the one before: `blocks` that pages are made of, `parts` of a booklet, whole
`layouts`; and the clinician's `record` beside them.
"""
