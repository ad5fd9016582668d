"""A stage → findings: what a body cannot do, and what its picture does not show."""
