"""How pictures are made: a pose in YAML becomes a clothed, shaded vector figure.

A build-time room behind the extra `draw` (numpy and scipy). Nothing else imports it; it hands over SVG text.
"""
