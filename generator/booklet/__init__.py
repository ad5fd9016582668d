"""Lays out: from a routine and words to pages of marks; pure.

Its rooms, each on the one before: `blocks` that pages are made of, `parts` of a booklet, whole `layouts`; and
the clinician's `record` beside them.
"""
