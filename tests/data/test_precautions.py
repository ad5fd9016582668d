"""The precautions of the program itself, held to the facts: what is left out, how firmly, in which words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from generator.library.loading import load_library
from generator.library.vocabulary import Action, Basis, Demand, Kind
from generator.resources import ASSETS
from tests.reading_level import grade

if TYPE_CHECKING:
    from generator.library.model import Exercise, Favour, Rule

# What each exercise (by its number) asks of the body; `o` is for some of its positions only.
#
#  1 shoulder blade release    2 chest release            3 latissimus release    4 upper abdominal release
#  5 intercostal release       6 side stretch             7 front stretch         8 intercostal stretch
#  9 posterior line stretch   10 side stretch + flexion  11 extension over roller 12 cat stretch
# 13 seated rotation          14 translation             15 four-point rotation  16 standing decompression
# 17 hanging
#
# 18 chair back extension     19 wall slide              20 towel roll           21 lying press
# 22 seated round and lift    23 standing round          24 crossed arm turn     25 open book
# 26 side bend, arm over      27 side lying reach        28 ceiling reach        29 shoulder blade squeeze
# 30 rib breathing            31 seated chest lift       32 worktop stretch      33 standing turn and reach
# 34 face-down lift           35 child's pose to the side
DEMANDS = """\
                                   1  2  3  4  5  6  7  8  9 10 11 12 13 14 15 16 17
end-range-flexion                  .  .  .  .  .  .  .  .  x  x  .  x  .  .  .  x  x
end-range-extension                .  .  .  .  .  .  x  .  .  .  x  .  .  .  .  .  .
end-range-rotation                 .  .  .  .  .  .  .  .  .  .  .  .  x  .  x  .  .
end-range-side-bending             .  .  .  .  .  x  .  x  .  x  .  .  .  x  .  .  .
flexion-with-side-bending          .  .  .  .  .  .  .  .  .  x  .  .  .  .  .  .  .
neck-flexion-with-hand-pressure    .  .  .  .  .  .  .  .  x  x  .  .  .  .  .  .  .
head-down                          .  .  .  .  .  .  .  .  .  .  .  .  .  .  x  x  .
arms-overhead                      .  .  x  .  .  x  .  .  .  .  x  .  .  .  .  .  x
hanging-by-the-arms                .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x
weight-through-the-hands           .  .  .  .  .  .  .  .  .  .  .  x  .  x  x  .  .
kneeling                           .  .  .  .  .  .  .  .  .  .  .  x  .  .  x  .  .
deep-squat-or-lunge                .  .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  x
standing-balance                   .  .  .  .  .  x  x  .  .  .  .  .  .  .  .  x  .
getting-to-and-from-the-floor      x  x  x  x  .  .  .  x  .  .  x  x  .  x  x  .  .
lying-on-the-back                  x  .  .  .  .  .  .  .  .  .  x  .  .  .  .  .  .
lying-face-down                    .  x  .  x  .  .  .  .  .  .  .  .  .  .  .  .  .
lying-on-the-side                  .  .  x  .  .  .  .  x  .  .  .  .  .  .  .  .  .
pressure-on-muscle                 x  x  x  x  .  .  .  .  .  .  x  .  .  .  .  .  .
pressure-of-the-fingertips         .  .  .  .  x  .  .  .  .  .  .  .  .  .  .  .  .
pressure-on-the-spine              .  .  .  .  .  .  .  .  .  .  x  .  .  .  .  .  .
pressure-on-the-ribs               x  x  x  .  x  .  .  .  .  .  x  .  .  .  .  .  .
pressure-on-the-abdomen            .  .  .  x  .  .  .  .  .  .  .  .  .  .  .  .  .
deep-chest-stretch                 .  .  .  .  .  .  x  .  .  .  x  .  .  .  .  .  .
bending-over-in-standing           .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x  .
repeated-end-range-oscillation     .  .  .  .  .  .  .  .  .  .  x  .  x  .  .  .  .
mid-range-flexion                  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
mid-range-extension                .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
mid-range-rotation                 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
mid-range-side-bending             .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
back-muscle-work                   .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
hands-behind-the-head              .  .  .  .  .  .  .  .  x  .  x  .  .  .  .  .  .
arms-to-shoulder-height            x  x  .  .  .  .  x  .  .  x  .  .  .  .  .  .  .
one-arm-overhead                   .  .  x  .  .  x  .  .  .  .  .  .  .  .  .  .  .
one-arm-behind                     .  .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .
both-arms-needed                   .  .  .  .  .  x  x  .  x  .  .  x  x  .  x  x  x
head-tipped-back                   .  .  .  .  .  .  .  .  .  .  x  .  .  .  .  .  .
neck-drawn-back                    .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
neck-flexion                       .  .  .  .  .  .  .  .  .  .  .  x  .  .  .  x  x
lying-flat                         x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
deep-breathing                     .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
breath-hold                        .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
edge-of-the-bed                    .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
"""
# And the exercises that go beyond the article.
BEYOND = """\
                                  18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35
end-range-flexion                  .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .  .  x
end-range-extension                x  .  x  .  .  .  .  .  .  .  .  .  .  .  x  .  .  .
end-range-rotation                 .  .  .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .
end-range-side-bending             .  .  .  .  .  .  .  .  x  x  .  .  .  .  .  .  .  x
flexion-with-side-bending          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x
neck-flexion-with-hand-pressure    .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
head-down                          .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x
arms-overhead                      .  x  .  .  .  .  .  .  .  .  .  .  .  .  x  .  .  x
hanging-by-the-arms                .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
weight-through-the-hands           .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .  .  .
kneeling                           .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x
deep-squat-or-lunge                .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
standing-balance                   .  x  .  .  .  o  o  .  o  .  .  o  .  .  x  x  .  .
getting-to-and-from-the-floor      .  .  .  .  .  .  .  o  .  .  .  .  .  .  .  .  o  x
lying-on-the-back                  .  .  x  x  .  .  .  .  .  .  x  .  .  .  .  .  .  .
lying-face-down                    .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x  .
lying-on-the-side                  .  .  .  .  .  .  .  x  .  x  .  .  .  .  .  .  .  .
pressure-on-muscle                 .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
pressure-of-the-fingertips         .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
pressure-on-the-spine              x  .  x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
pressure-on-the-ribs               .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
pressure-on-the-abdomen            .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  x  .
deep-chest-stretch                 .  .  x  .  .  .  .  x  .  .  .  x  .  .  .  .  .  .
bending-over-in-standing           .  .  .  .  .  .  .  .  .  .  .  .  .  .  x  .  .  .
repeated-end-range-oscillation     .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
mid-range-flexion                  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .  .  .  .
mid-range-extension                .  x  .  .  x  .  .  .  .  .  .  .  .  x  .  .  x  .
mid-range-rotation                 .  .  .  .  .  .  x  .  .  .  .  .  .  .  .  x  .  .
mid-range-side-bending             .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
back-muscle-work                   .  x  .  x  .  .  .  .  .  .  .  x  .  x  .  .  x  .
hands-behind-the-head              x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
arms-to-shoulder-height            .  .  .  .  .  .  .  x  .  .  x  x  .  .  .  x  .  .
one-arm-overhead                   .  .  .  .  .  .  .  .  x  x  .  .  .  .  .  .  .  .
one-arm-behind                     .  .  .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .
both-arms-needed                   .  .  .  .  .  .  x  .  .  .  .  .  .  .  .  .  .  .
head-tipped-back                   x  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
neck-drawn-back                    .  x  .  x  .  .  .  .  .  .  .  .  .  x  .  .  .  .
neck-flexion                       .  .  .  .  x  x  .  .  .  .  .  .  .  .  .  .  .  .
lying-flat                         .  .  x  x  .  .  .  .  .  .  x  .  .  .  .  .  .  .
deep-breathing                     .  .  .  .  .  .  .  .  .  .  .  .  x  .  .  .  .  .
breath-hold                        .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .  .
edge-of-the-bed                    .  .  .  .  .  .  .  .  .  x  .  .  .  .  .  .  .  .
"""

# Each condition of the facts: how firm their firmest word on it is, and what they say must not be done.
FACTS = """
osteoporosis                    guideline   end-range-flexion end-range-rotation pressure-on-the-spine
vertebral-compression-fracture  guideline   end-range-flexion flexion-with-side-bending
                                            neck-flexion-with-hand-pressure
fracture                        consensus   pressure-on-muscle
recent-spinal-surgery           article
disc-problem                    indirect    end-range-flexion
spondylolisthesis               indirect
stenosis                        indirect
painful-extension               indirect
lower-back-trouble              article
hypermobile-lower-back          article
ankylosing-spondylitis          guideline
rheumatoid-neck                 article     neck-flexion-with-hand-pressure
neck-surgery                    article     neck-flexion-with-hand-pressure
glaucoma                        trial       head-down
high-blood-pressure             convention  head-down
reflux                          convention  head-down
vertigo                         convention  head-down
pregnancy                       indirect    lying-on-the-back lying-face-down pressure-on-the-abdomen
hernia                          indirect    pressure-on-the-abdomen
abdominal-surgery               indirect    pressure-on-the-abdomen
aneurysm                        indirect    pressure-on-the-abdomen
sternotomy                      guideline
rib-fracture                    convention  pressure-on-the-ribs end-range-rotation deep-chest-stretch
costochondritis                 convention  pressure-on-the-ribs end-range-rotation deep-chest-stretch
shoulder-instability            indirect    hanging-by-the-arms arms-overhead
hypermobility                   indirect    hanging-by-the-arms arms-overhead
shoulder-impingement            convention  hanging-by-the-arms
wrist-trouble                   convention
knee-trouble                    convention
cannot-get-to-the-floor         article     getting-to-and-from-the-floor
cannot-kneel                    convention  kneeling
cannot-lie-face-down            convention  lying-face-down
blood-thinners                  convention  pressure-on-muscle
open-wound                      consensus   pressure-on-muscle
thrombosis                      consensus
inflammation                    consensus
neuropathy                      convention  pressure-on-muscle
scoliosis                       article
stiff-ribs                      article
compressed-upper-back           article
rounded-upper-back              article
"""
FACT = {
    words[0]: (Basis(words[1]), {Demand(word) for word in words[2:]})
    for words in (entry.split() for entry in re.split(r"\n(?=\S)", FACTS.strip()))
}

# How firm a rule may call itself that leans on a source of such a kind.
FIRMEST_OF_KIND = {
    "guideline": Basis.GUIDELINE,
    "guidance of a society": Basis.GUIDELINE,
    "review of guidelines": Basis.GUIDELINE,
    "trial": Basis.TRIAL,
    "consensus": Basis.CONSENSUS,
    "trial in a related question": Basis.INDIRECT,
    "indirect evidence": Basis.INDIRECT,
    "article": Basis.ARTICLE,
    "convention": Basis.CONVENTION,
}

PROMISE = re.compile(
    r"\b(cur(e|es|ed|ing)|guarant\w*|fix(es|ed)?|heals|will heal|remed(y|ies)|restor\w+|eliminat\w+|"
    r"prevents?|always works|will (ease|help|loosen|relieve|stop))\b",
    re.IGNORECASE,
)
ALARM = re.compile(
    r"!|\b(danger\w*|fatal|death|die|paraly\w+|severe\w*|serious\w*|forbidden)\b", re.IGNORECASE
)
ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")

LIBRARY = load_library()


def firmness(basis: Basis) -> int:
    """From 0, the firmest."""
    return list(Basis).index(basis)


def grounds(condition: str) -> list[Rule | Favour]:
    """All of a condition that claims something, and so has a basis and a source."""
    precaution = LIBRARY.precautions[condition]
    return [*precaution.rules, *([precaution.favours] if precaution.favours else [])]


def read_by_clients() -> dict[str, str]:
    """Every sentence on conditions and sides that may be printed for a client, by where it stands."""
    texts = {}
    for words in LIBRARY.words.conditions.values():
        texts[words.id] = words.client
        texts |= {f"{words.id}, {rule}": text for rule, text in words.rules.items()}
    for exercise in LIBRARY.words.exercises.values():
        texts |= {f"{exercise.id}, {side}": text for side, text in exercise.sides.items()}
    return texts


CLIENT_TEXTS = read_by_clients()


def _mark(exercise: Exercise, demand: Demand) -> str:
    if demand in exercise.demands:
        return "x"
    return "o" if any(demand in there for there in exercise.demands_in.values()) else "."


@pytest.mark.parametrize(("table", "numbers"), [(DEMANDS, range(1, 18)), (BEYOND, range(18, 36))])
def test_each_exercise_makes_the_demands_that_were_agreed_on(table: str, numbers: range) -> None:
    head, *lines = table.splitlines()
    assert head.split() == [str(number) for number in numbers]
    assert [line.split()[0] for line in lines] == list(Demand)
    for exercise in LIBRARY.exercises:
        if exercise.number in numbers:
            agreed = {line.split()[0]: line.split()[numbers.index(exercise.number) + 1] for line in lines}
            assert {demand: _mark(exercise, demand) for demand in Demand} == agreed, exercise.id


def test_every_condition_of_the_facts_is_there() -> None:
    assert set(FACT) - set(LIBRARY.precautions) == set()


@pytest.mark.parametrize("condition", FACT)
def test_what_the_facts_rule_out_is_left_out_at_some_stage(condition: str) -> None:
    rules = LIBRARY.precautions[condition].rules
    left_out = {demand for rule in rules if rule.action is Action.LEAVE_OUT for demand in rule.demands}
    assert FACT[condition][1] - left_out == set()


@pytest.mark.parametrize("condition", FACT)
def test_nothing_is_firmer_than_the_facts_say(condition: str) -> None:
    for ground in grounds(condition):
        assert firmness(ground.basis) >= firmness(FACT[condition][0]), ground


@pytest.mark.parametrize("condition", LIBRARY.precautions)
def test_nothing_is_firmer_than_its_source(condition: str) -> None:
    for ground in grounds(condition):
        firmest = FIRMEST_OF_KIND[LIBRARY.sources[ground.source].kind]
        assert firmness(ground.basis) >= firmness(firmest), ground


def test_only_what_has_not_healed_waits_for_a_clinician() -> None:
    waiting = {
        condition
        for condition, precaution in LIBRARY.precautions.items()
        if any(rule.action is Action.REFER for rule in precaution.rules)
    }
    assert waiting == {"fracture", "recent-spinal-surgery"}


def test_no_condition_leaves_everything_out() -> None:
    for precaution in LIBRARY.precautions.values():
        assert all(rule.demands for rule in precaution.rules if rule.action is Action.LEAVE_OUT), (
            precaution.id
        )
        left_out = {
            demand for rule in precaution.rules if rule.action is Action.LEAVE_OUT for demand in rule.demands
        }
        kept = [one for one in LIBRARY.exercises if not left_out & set(one.demands)]
        assert any(one.kind is not Kind.RELEASE for one in kept), precaution.id


def test_weeks_count_where_the_facts_count_them() -> None:
    counted = {
        (condition, rule.id): (rule.from_week, rule.until_week)
        for condition, precaution in LIBRARY.precautions.items()
        for rule in precaution.rules
        if rule.from_week or rule.until_week
    }
    assert counted == {
        ("fracture", "not-healed"): (None, 6),
        ("fracture", "ball-or-roller"): (None, 6),
        ("pregnancy", "on-the-back"): (16, None),
    }


@pytest.mark.parametrize(("condition", "numbers"), [("stiff-ribs", [8, 14]), ("compressed-upper-back", [17])])
def test_the_author_of_the_source_favours_certain_exercises(condition: str, numbers: list[int]) -> None:
    favours = LIBRARY.precautions[condition].favours
    assert favours
    wanted = {*favours.muscles, *favours.demands, *favours.goals}
    found = [
        exercise.number
        for exercise in LIBRARY.exercises
        if exercise.kind is not Kind.RELEASE
        and wanted & {*exercise.muscles, *exercise.demands, *exercise.serves}
    ]
    assert found == numbers


@pytest.mark.parametrize("condition", ["painful-extension", "spondylolisthesis", "stenosis"])
def test_where_arching_hurts_flexion_and_rotation_take_its_place(condition: str) -> None:
    assert LIBRARY.precautions[condition].instead == {"extension": ("flexion", "rotation")}


@pytest.mark.parametrize(
    ("typed", "condition"),
    [
        ("brittle bones", "osteoporosis"),
        ("T12 fracture", "vertebral-compression-fracture"),
        ("pregnant", "pregnancy"),
        ("slipped disc", "disc-problem"),
    ],
)
def test_what_a_clinician_types_is_among_the_synonyms(typed: str, condition: str) -> None:
    assert typed in LIBRARY.words.conditions[condition].synonyms


@pytest.mark.parametrize("place", CLIENT_TEXTS)
def test_a_client_reads_plain_calm_sentences_that_promise_nothing(place: str) -> None:
    text = CLIENT_TEXTS[place]
    assert grade([text]) <= 6
    assert not PROMISE.search(text)
    assert not ALARM.search(text)
    assert not ABBREVIATION.search(text)
    assert text.endswith(".")
    assert len(text) <= 150


def test_the_font_has_every_character_of_the_conditions() -> None:
    font = TTFontFile(str(ASSETS / "fonts" / "AtkinsonHyperlegibleNext-Regular.ttf"))
    clinician = [
        text for words in LIBRARY.words.conditions.values() for text in (words.name, words.clinician)
    ]
    sources = [text for source in LIBRARY.sources.values() for text in (source.title, source.where)]
    printed = "".join([*CLIENT_TEXTS.values(), *clinician, *sources])
    assert {character for character in printed if ord(character) not in font.charToGlyph} == set()
