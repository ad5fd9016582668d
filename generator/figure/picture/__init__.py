"""A stage → an SVG: what the camera sees, and the areas and lines that draw it."""
