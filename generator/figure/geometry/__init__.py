"""From numbers to directions, rotations, meshes and solids: what knows no body and no picture."""
