"""The cast's baked meshes → people: bones that bend, named points, clothes, and zones on the skin."""
