"""Numbers → directions, rotations, meshes and solids; knows no body and no picture."""
