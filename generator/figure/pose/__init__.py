"""From a pose file to a stage: the body posed, its contacts made, and the props in their places."""
