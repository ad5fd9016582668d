"""From the cast's baked meshes to people: bones that bend, named points, clothes, and zones on the skin."""
