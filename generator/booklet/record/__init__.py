"""What the clinician files: from a routine and its library to facts, and from facts to a sheet of paper."""
