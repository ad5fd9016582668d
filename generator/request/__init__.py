"""What is asked for: values as they were given → a request, checked against the library, and its plan."""
