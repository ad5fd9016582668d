"""What all parts of a pose file have in common: their base, and the values that they are made of."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

Vector = tuple[float, float, float]
Degrees = Annotated[float, Field(ge=-200, le=200)]


class Part(BaseModel):
    """The base of all parts of a pose file: unknown keys are refused; an empty value means the default."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _empty_means_default(cls, value: Any) -> Any:  # noqa: ANN401 - raw YAML
        if not isinstance(value, dict):
            return value
        optional = {name: field for name, field in cls.model_fields.items() if not field.is_required()}
        return {
            key: optional[key].get_default() if part is None and key in optional else part
            for key, part in value.items()
        }
