"""What exists: the YAML files of `data/` → a `Library`, read and checked; knows nothing of clients.

`loading` reads a folder by `schemas`, `precaution_schemas` and `labels`, and holds its files to each other
with `checks`; `prepared` keeps what came of it; `model` and `vocabulary` are what other rooms see of it.
"""
