from __future__ import annotations

from typing import TYPE_CHECKING

from generator.figure.picture import camera
from generator.figure.picture.framing import extent
from generator.figure.picture.scene import Scene, darker

if TYPE_CHECKING:
    from tests.figure.conftest import Make


def test_layers_are_numbered_from_one_the_figure_s_before_the_props(stage: Make) -> None:
    made = stage("props: [{kind: bar, at: [0, 1]}, {kind: ball, at: [0.5, 0.5]}]")
    scene = Scene(made, camera.crops({"": extent(made)}, 0.4)[""])
    figure = len(scene.layers) - 6
    assert scene.prop_numbers == {"bar": list(range(figure + 1, figure + 6)), "ball": [figure + 6]}
    assert not scene.is_figure[0]
    assert scene.is_figure[1 : figure + 1].all()
    assert not scene.is_figure[figure + 1 :].any()
    assert set(scene.prop_numbers["ball"]) <= set(scene.buffers.layer.tolist())


def test_a_colour_is_darkened_to_a_share_of_its_brightness() -> None:
    assert darker("#64c8ff", 0.5) == "#326480"


def test_the_front_of_who_lies_face_down_is_seen_from_below(stage: Make) -> None:
    def shown(elevation: int) -> set[str]:
        made = stage(
            f"position: lying_face_down\ncamera: {{azimuth: 0, elevation: {elevation}}}\nprops: [kind: mat]"
        )
        scene = Scene(made, camera.crops({"": extent(made)}, 0.4)[""])
        return set(scene.prop_numbers)

    assert shown(-90) == set()
    assert shown(-5) == {"mat"}
