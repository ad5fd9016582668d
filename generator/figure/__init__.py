"""A pose in YAML → a clothed, shaded vector figure.

A build-time room behind the extra `draw` (numpy and scipy). Only `thoracic draw` imports it; it hands over
SVG text. Its own rooms, each on the one before: `geometry`, `body`, `pose`, `picture`; and `checks` of what
was posed.
"""
