"""The pieces that pages are made of: texts, pictures and names in, elements and marks on a surface out."""
