"""A booklet → the bytes of a tagged PDF. Only this room and `generator.text` import ReportLab."""
