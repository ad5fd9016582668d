"""The location of a pydantic finding → the type, keys and bounds that the model has there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

if TYPE_CHECKING:
    from collections.abc import Sequence

Shape: TypeAlias = Any
"""A type as an annotation names it: a class, or a form such as `list[int]`, which have no type in common."""


def _origin(shape: Shape) -> object:
    """`list` for `list[int]`, `Union` for both notations of a union, None for a class."""
    origin: object = get_origin(shape)
    return Union if origin is UnionType else origin


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a document and in its model a finding belongs.

    Attributes:
        keys: the way through the document.
        shape: the type that the model has there, without `Annotated` and `None`.
        metadata: what `Annotated` or the field says about it.
        holder: the type of what holds it.
        is_key: the finding concerns the key, not the value.
    """

    keys: tuple[str | int, ...]
    shape: Shape
    metadata: Sequence[object]
    holder: Shape
    is_key: bool


def find(model: type[BaseModel], location: Sequence[str | int]) -> Spot:
    """Follow pydantic's location, which also names union members and keys, through the model."""
    keys: tuple[str | int, ...] = ()
    shape, metadata = _bare(model, ())
    holder: Shape = None
    for part in location:
        if part == "[key]" and _origin(holder) is dict:
            shape, metadata = _bare(get_args(holder)[0], ())
            return Spot(keys, shape, metadata, holder, is_key=True)
        if _origin(shape) is Union:
            shape = next((member for member in get_args(shape) if part in options(member)), None)
            continue
        keys, holder = (*keys, part), shape
        below: Shape = None
        of_field: Sequence[object] = ()
        if part in fields(holder):
            below, of_field = fields(holder)[str(part)]
        elif _origin(holder) is tuple and isinstance(part, int):
            below = (*get_args(holder), *get_args(holder)[-1:] * (part + 1))[part]
        elif _origin(holder) in (list, dict):
            below = get_args(holder)[-1]
        shape, metadata = _bare(below, of_field)
    return Spot(keys, shape, metadata, holder, is_key=False)


def _bare(shape: Shape, metadata: Sequence[object]) -> tuple[Shape, Sequence[object]]:
    """A type without `Annotated`, `None` and root model around it; and what they say about it."""
    if _origin(shape) is Annotated:
        return _bare(shape.__origin__, (*metadata, *shape.__metadata__))
    if isinstance(shape, type) and issubclass(shape, RootModel):
        root = shape.model_fields["root"]
        return _bare(root.annotation, root.metadata)
    if _origin(shape) is Union:
        members = [member for member in get_args(shape) if member is not NoneType]
        if len(members) == 1:
            return _bare(members[0], metadata)
    return shape, metadata


def fields(shape: Shape) -> dict[str, tuple[Shape, Sequence[object]]]:
    """The keys that a model knows, each with its type and metadata; none for anything but a model."""
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        return {}
    return {info.alias or name: (info.annotation, info.metadata) for name, info in shape.model_fields.items()}


def options(shape: Shape) -> list[str]:
    """The words that an enumeration, a literal, or the literals of a model or a union allow."""
    if _origin(shape) is Literal:
        return [str(option) for option in get_args(shape)]
    if isinstance(shape, type) and issubclass(shape, Enum):
        return [str(member.value) for member in shape]
    if _origin(shape) is Union:
        inner = list(get_args(shape))
    else:
        inner = [kind for kind, _ in fields(shape).values() if _origin(kind) is Literal]
    return [option for part in inner for option in options(part)]


def bound(metadata: Sequence[object], name: str) -> int | float | None:
    """The least (`ge`) or greatest (`le`) value that metadata allow."""
    for item in metadata:
        found = getattr(item, name, None)
        if found is None:
            found = bound(getattr(item, "metadata", ()), name)
        if found is not None:
            return found
    return None
