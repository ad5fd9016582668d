"""What exists: the YAML files of `data/` → a `Library`, read and checked; knows nothing of clients.

`loading` reads a folder with `schemas`, `precaution_schemas` and `labels`, and compares its files with
`checks`; `prepared` stores the result; `model` and `vocabulary` are what other rooms use.
"""
