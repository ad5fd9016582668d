"""The labels of the cards and of the sheet for the fridge."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

# By group and name: the placeholders that the label may use, parted by spaces.
SMALL_LABELS: Mapping[str, Mapping[str, str]] = {
    "card": {
        "plan": "exercises minutes days weeks",
        "review": "date",
        "steps": "number",
        "more": "",
        "shown-left": "",
        "shown-right": "",
        "stop": "",
        "stop-pain": "pain",
        "stop-skin": "",
        "stop-dizzy": "",
        "stop-line": "pain",
        "doctor": "",
        "doctor-1": "",
        "doctor-2": "",
        "doctor-3": "",
        "doctor-4": "",
        "doctor-5": "",
        "doctor-6": "",
        "doctor-7": "",
        "doctor-8": "",
        "notes": "",
    },
    "fridge": {
        "plan": "minutes days weeks",
        "emergency": "",
        "for-you": "texts",
        "numbers": "numbers",
        "week-of": "",
        "side": "",
        "tick": "day number name",
        "tick-side": "day number name side",
        "many": "number most",
    },
}
