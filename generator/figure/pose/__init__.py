"""A pose file → a stage: the body posed, its contacts made, and the props in their places."""
