"""What hangs from a chain, each about the origin in the plane z = 0, its eye at the top of y. Millimetres."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from catalog.demo.studio.filigree import filled, framed, heart
from catalog.demo.studio.gems import CUTS
from catalog.demo.studio.marks import Waver, dishes, grooves
from catalog.demo.studio.mesh import TURN, Parts, about_x, about_z, circle, moved, spline
from catalog.demo.studio.mounts import basket, bezel, granules, solder
from catalog.demo.studio.shapes import FLAT, Height, Run, Section, ball, frame, oval, plate, ring, through, tube
from catalog.demo.studio.signs import sign_lines


@dataclass(frozen=True)
class Pendant:
    """`top` is where its chain goes through, in mm above the origin."""

    parts: Parts
    top: float


def bail(material: str, top: float, chance: np.random.Generator | None = None) -> Parts:
    """A loop of ribbon for the chain, on a small ring."""
    angle = np.linspace(0, TURN, 80)
    loop = np.stack([0 * angle, 1.3 * np.cos(angle), 1.7 * np.sin(angle)], axis=1)
    strip = Section(outline=np.array([[-0.25, -0.9], [0.25, -1.0], [0.25, 0.9], [-0.25, 1.0]]))
    parts = [tube(loop, 1.0, material, strip, Run(closed=True, up=np.array([1.0, 0, 0]))).moved(by=(0, top + 0.4, 0.9))]
    if chance is not None:
        parts.append(solder((0.2, top - 0.9, 0.7), 0.8, material.partition("/")[0], chance))
    return parts


def disc(
    material: str,
    size: float,
    hammered: float = 0.0,
    stone: str = "",
    sign: str = "",
    seed: int = 0,
    beads: bool = False,
) -> Pendant:
    chance = np.random.default_rng(seed) if seed else None
    angle = np.linspace(0, TURN, 360, endpoint=False)
    outline = oval(size, size)
    if chance is not None:
        outline = outline * (1 + 0.012 * Waver(chance)(angle))[:, None]
    height = surface(size, hammered, sign, chance)
    parts = [plate(outline, 1.1, material, height, dome=0.5), *bail(material, size / 2 + 0.4, chance)]
    if stone:
        across, up = (0.06 * size, -0.08 * size) if chance is not None else (0.0, 0.0)
        set_stone = _cabochon(material, stone, 0.3 * size, chance)
        parts += moved(set_stone, by=(across, up, 0.9))
        if beads:
            parts += moved(granules(circle(0.2 * size, 80), 0.42, material, chance), by=(across, up, 1.0))
    return Pendant(parts, size / 2 + 1.0)


def surface(size: float, hammered: float, sign: str, chance: np.random.Generator | None) -> Height | None:
    if hammered and chance is not None:
        return lambda points: dishes(points + np.array([size, 0]), (2 * size, 0.55 * size), chance, hammered)
    if sign:
        lines = [line * size * 0.36 for line in sign_lines(sign)]
        return lambda points: grooves(points, lines, 0.024 * size + 0.1, 0.45)
    return None


def _cabochon(material: str, stone: str, size: float, chance: np.random.Generator | None) -> Parts:
    wall = bezel(oval(size, size), 0.45, 1.7, material, Waver(chance) if chance is not None else None)
    dome = CUTS["cabochon"](stone).moved(scale=0.47 * size).moved(by=(0, 0, 0.5))
    return [wall, dome]


def shield(material: str, width: float, length: float, sign: str) -> Pendant:
    points = [(-0.5, 0.46), (0, 0.5), (0.5, 0.46), (0.5, 0.0), (0.36, -0.28), (0, -0.5), (-0.36, -0.28), (-0.5, 0.0)]
    outline = through([(across * width, up * length) for across, up in points][::-1])
    lines = [line * [0.36 * width, 0.36 * length] for line in sign_lines(sign)]
    body = plate(outline, 1.6, material, lambda at: grooves(at, lines, 0.42, 0.6), dome=0.5)
    return Pendant([body, *bail(material, length / 2)], length / 2 + 0.6)


def locket(material: str, width: float, length: float, sign: str = "", seed: int = 0) -> Pendant:
    """Two shells with a seam between, a hinge at the side and a rim."""
    lines = [line * [0.3 * width, 0.36 * length] for line in sign_lines(sign)] if sign else []
    height: Height | None = (lambda at: grooves(at, lines, 0.3, 0.4)) if lines else None
    outline = oval(width, length)
    upper = plate(outline, 1.2, material, height, dome=2.2).moved(by=(0, 0, 2.2))
    lower = plate(outline, 1.2, material, dome=-1.2).moved(by=(0, 0, 0.8))
    rim = tube(np.column_stack([outline * 1.005, np.full(len(outline), 1.55)]), 0.32, material, run=FLAT)
    hinge = [ball(0.75, material, 1.5).moved(about_x(90), (-width / 2 - 0.5, at, 1.5)) for at in (-2.4, 0.0, 2.4)]
    clasp = ball(0.8, material).moved(by=(width / 2 + 0.4, 0, 1.5))
    chance = np.random.default_rng(seed) if seed else None
    return Pendant([upper, lower, rim, *hinge, clasp, *bail(material, length / 2 + 0.3, chance)], length / 2 + 0.9)


def window(material: str, width: float, length: float, colour: str, seed: int = 1) -> Pendant:
    """A frame with a pane of enamel."""
    chance = np.random.default_rng(seed)
    outer = oval(width, length, 7.0) * (1 + 0.008 * Waver(chance)(np.linspace(0, TURN, 360, endpoint=False)))[:, None]
    pane = plate(outer * 0.84, 0.8, f"enamel_{colour}")
    walls = frame(outer, outer * 0.78, 1.9, material)
    return Pendant([walls, pane.moved(by=(0, 0, 0.1)), *bail(material, length / 2, chance)], length / 2 + 0.5)


def plumb(material: str, gem: str, length: float = 9.0) -> Pendant:
    """A tube with one stone in its end."""
    body = tube(np.array([[0, length / 2, 0], [0, 0, 0], [0, 1.5 - length / 2, 0]], float), 1.5, material)
    stone = CUTS["brilliant"](gem).moved(scale=2.3).moved(by=(0, -length / 2 - 0.6, 1.7))
    wall = bezel(oval(5.0, 5.0), 0.5, 2.6, material).moved(by=(0, -length / 2 - 0.6, -0.6))
    return Pendant([body, stone, wall, *bail(material, length / 2 + 0.8)], length / 2 + 1.2)


def solitary(material: str, gem: str, cut: str = "brilliant", size: float = 6.0) -> Pendant:
    """One stone in a basket."""
    angles = (45, 135, 225, 315)
    head = [CUTS[cut](gem).moved(scale=size / 2), *basket(size / 2, angles, material, 0.8)]
    return Pendant([*moved(head, about_x(20), (0, 0, size * 0.3)), *bail(material, size / 2 + 0.9)], size / 2 + 1.4)


def viana(material: str, width: float, length: float, seed: int = 1) -> Pendant:
    """The filigree heart of Viana with its crown of curls."""
    chance = np.random.default_rng(seed)
    outline = heart(width, length * 0.8)
    parts = [*framed(outline, 0.7, material), *filled(outline * 0.97, material, 2.2, chance)]
    crown = heart(width * 0.5, length * 0.26) + np.array([0, length * 0.44])
    parts += [*framed(crown, 0.5, material), *filled(crown, material, 1.5, chance)]
    for side in (-1, 1):
        lobe = oval(width * 0.2, length * 0.2) + np.array([side * width * 0.28, length * 0.47])
        parts += [*framed(lobe, 0.45, material), *filled(lobe, material, 1.5, chance)]
    return Pendant([*parts, *bail(material, length * 0.57)], length * 0.57 + 0.6)


def letter(material: str, name: str, size: float) -> Pendant:
    """A letter bent from wire."""
    lines = [np.column_stack([line * size / 2, np.zeros(len(line))]) for line in sign_lines(name)]
    parts = [tube(line, 0.075 * size, material, Section.of(12, 1.0, 0.8, 3.5)) for line in lines]
    eye = ring(1.0, 0.25, material).moved(by=(0, size / 2 + 0.8, 0))
    return Pendant([*parts, eye], size / 2 + 0.9)


def pressed(material: str, size: float, seed: int = 1) -> Pendant:
    """A flower in a round drop of resin, in a thin rim."""
    chance = np.random.default_rng(seed)
    parts: Parts = [plate(oval(size, size), 2.0, "porcelain", dome=0.6), ring(size / 2, 0.6, material)]
    for at in range(6):
        petal = plate(oval(0.16 * size, 0.24 * size), 0.35, "petal").moved(by=(0, 0.15 * size, 0))
        parts.append(petal.moved(about_z(60 * at + 8 * chance.normal()), (0, 0.12 * size, 1.9)))
    parts.append(ball(0.05 * size, "enamel_yellow", 0.5).moved(by=(0, 0.12 * size, 2.3)))
    stem = spline([[0, 0, 1.75], [0.03 * size, -0.15 * size, 1.7], [-0.02 * size, -0.36 * size, 1.5]], 40)
    parts.append(tube(stem, 0.25, "leaf"))
    parts.append(
        plate(oval(0.08 * size, 0.2 * size), 0.3, "leaf").moved(about_z(-50), (0.1 * size, -0.18 * size, 1.75))
    )
    return Pendant([*parts, *bail(material, size / 2 + 0.6)], size / 2 + 1.2)


def cameo(material: str, width: float, length: float) -> Pendant:
    """A white heron over brown agate, in a frame."""
    base = plate(oval(width, length), 2.2, "agate_brown", dome=1.4)
    wall = bezel(oval(width + 0.6, length + 0.6), 0.9, 3.2, material).moved(by=(0, 0, -1.4))
    rim = granules(circle(1.0, 160) * [width / 2 + 1.3, length / 2 + 1.3, 1], 0.5, material, None)
    return Pendant([base, wall, *rim, *_heron(width, length), *bail(material, length / 2 + 2.0)], length / 2 + 2.6)


def _heron(width: float, length: float) -> Parts:
    """Body, neck, beak, legs and reeds as the carver leaves them in the white layer."""
    strokes = (
        ([[-0.02, -0.06], [0.02, 0.1], [0.1, 0.2], [0.02, 0.27], [0.04, 0.34]], (0.10, 0.035)),
        ([[0.04, 0.34], [0.12, 0.335], [0.26, 0.31]], (0.045, 0.012)),
        ([[0.0, 0.0], [-0.1, -0.06], [-0.2, -0.13]], (0.13, 0.02)),
        ([[-0.02, -0.08], [0.0, -0.2], [-0.03, -0.38]], (0.018, 0.014)),
        ([[0.02, -0.08], [0.07, -0.22], [0.06, -0.38]], (0.018, 0.014)),
        ([[-0.26, -0.36], [-0.24, -0.1], [-0.28, 0.14]], (0.016, 0.006)),
        ([[-0.20, -0.38], [-0.20, -0.16], [-0.16, 0.02]], (0.016, 0.006)),
        ([[0.26, -0.34], [0.24, -0.12], [0.28, 0.1]], (0.016, 0.006)),
        ([[-0.3, -0.37], [0.0, -0.40], [0.3, -0.36]], (0.02, 0.02)),
    )
    parts = []
    for points, (thick, thin) in strokes:
        flat = np.array([[across * width, up * length, 0] for across, up in points])
        path = spline(flat, 60)
        share = np.hypot(path[:, 0] / width, path[:, 1] / length) * 2
        path[:, 2] = 1.2 + 1.35 * np.clip(1 - share**2, 0, 1)
        parts.append(tube(path, np.linspace(thick, thin, len(path)) * width, "agate_white", Section.of(16, 1.0, 0.45)))
    return parts


def bar(material: str, length: float, width: float, hammered: float = 0.0, seed: int = 0) -> Pendant:
    """A flat bar that hangs upright."""
    chance = np.random.default_rng(seed) if seed else None
    body = plate(oval(width, length, 8.0), 1.3, material, surface(length, hammered, "", chance))
    return Pendant([body, *bail(material, length / 2)], length / 2 + 0.6)


def drop(material: str, stone: str, size: float, squash: float = 1.25) -> Pendant:
    """A stone or a pearl below a cap."""
    body = ball(size / 2, stone, squash).moved(about_x(90))
    cap = plate(oval(0.5 * size, 0.5 * size), 0.6, material, dome=0.12 * size).moved(
        about_x(-90), (0, 0.47 * size * squash, 0)
    )
    return Pendant(
        moved([body, cap], by=(0, 0, size / 2))
        + moved(bail(material, size / 2 * squash + 0.5), by=(0, 0, size / 2 - 1)),
        size / 2 * squash + 1,
    )


def branch(material: str, size: float, stone: str = "", seed: int = 1) -> Pendant:
    """A twig cast or forged, with a bud of stone."""
    chance = np.random.default_rng(seed)
    stem = spline([[0, 0.5, 0], [0.06, 0.2, 0.02], [-0.05, -0.1, 0.03], [0.04, -0.5, 0]], 160) * size
    parts: Parts = [
        tube(
            stem,
            np.linspace(0.05, 0.03, len(stem))
            * size
            * (1 + 0.1 * Waver(chance, 1, 9, periodic=False)(np.linspace(0, 6, len(stem)))),
            material,
        )
    ]
    for at, side in ((40, 1), (80, -1), (115, 1)):
        leaf = plate(oval(0.14 * size, 0.3 * size), 0.8, material, dome=0.05 * size)
        parts.append(leaf.moved(about_z(-side * 50), stem[at] + [side * 0.14 * size, 0.1 * size, 0.3]))
    if stone:
        parts += moved(_cabochon(material, stone, 0.18 * size, chance), by=stem[-1] + np.array([0, -0.06 * size, 0]))
    return Pendant([*parts, *bail(material, size / 2 + 0.4, chance)], size / 2 + 1.0)


PENDANTS: dict[str, Callable[..., Pendant]] = {
    "disc": disc,
    "shield": shield,
    "locket": locket,
    "window": window,
    "plumb": plumb,
    "solitary": solitary,
    "viana": viana,
    "letter": letter,
    "pressed": pressed,
    "cameo": cameo,
    "bar": bar,
    "drop": drop,
    "branch": branch,
}
