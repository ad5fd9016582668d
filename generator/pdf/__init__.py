"""Draws: a booklet to the bytes of a tagged PDF. The only room that imports ReportLab."""
