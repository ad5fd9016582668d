"""From a stage to an SVG: what shows from the camera, and the areas and lines that draw it."""
