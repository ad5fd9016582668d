"""Requests as tests write them: what is given, by the names of the keys."""

from __future__ import annotations

from typing import Any, TypeAlias

Asked: TypeAlias = dict[str, Any]
"""`Asked(goals=("side",), minutes="none")`, as typed."""
