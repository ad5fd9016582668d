"""What is printed about the people and the schedule; nothing here changes which exercises are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

USUAL_DAYS_PER_WEEK = 7
USUAL_WEEKS = 4
USUAL_PAIN_LIMITS = (3, 5)


@dataclass(frozen=True, slots=True)
class Details:
    """Names, dates and schedule. An empty text leaves a line to write on.

    Attributes:
        date: printed as the booklet's date; also its time stamp.
        review: when clinician and client look at the routine again.
        command: what to type for making the same booklet again.
        version: of the program.
        pain_carry_on: the most pain, of 10, with which the client carries on as usual.
        pain_settles: the most that is acceptable if it settles; with more the client stops. The sources
            differ on both figures, so they can be set.
    """

    date: dt.date
    client: str = ""
    clinician: str = ""
    clinic: str = ""
    review: dt.date | None = None
    days_per_week: int = USUAL_DAYS_PER_WEEK
    weeks: int = USUAL_WEEKS
    command: str = ""
    version: str = ""
    pain_carry_on: int = USUAL_PAIN_LIMITS[0]
    pain_settles: int = USUAL_PAIN_LIMITS[1]
