"""Strings → glyphs: what can be printed, how wide it is, where a line ends, and the codes on the page.

Nothing else in the project measures, cleans or encodes text. Kerning is not applied, so a width is the sum of
the advances, on the page as in the layout.
"""
