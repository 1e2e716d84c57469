"""Metals, stones and all else that pieces are made of, by name: a substance, and after a slash its finish."""

from collections.abc import Callable
from typing import Any

import bpy

from catalog.demo.studio.nodes import Graph

# Base colour (linear) and roughness.
METALS = {
    "yellow_gold": ((1.0, 0.725, 0.32), 0.12),
    "rose_gold": ((0.92, 0.62, 0.50), 0.14),
    "white_gold": ((0.80, 0.785, 0.76), 0.10),
    "platinum": ((0.72, 0.71, 0.69), 0.13),
    "rhodium": ((0.82, 0.82, 0.83), 0.08),
    "silver": ((0.955, 0.945, 0.925), 0.15),
    "steel": ((0.56, 0.57, 0.58), 0.18),
    "titanium": ((0.40, 0.385, 0.37), 0.27),
    "niobium": ((0.36, 0.36, 0.40), 0.25),
    "brass": ((0.82, 0.62, 0.28), 0.18),
    "bronze": ((0.68, 0.44, 0.22), 0.22),
    "copper": ((0.93, 0.52, 0.36), 0.20),
    "aluminium": ((0.80, 0.81, 0.82), 0.28),
}
# Roughness by finish; what is not named is polished. `old` keeps patina in its hollows, `seam` is hard solder.
FINISHES = {"brushed": 0.30, "matte": 0.38, "black": 0.32, "seam": 0.30}
# Body colour of a clear stone and its refractive index.
CLEAR = {
    "diamond": (None, 2.417),
    "moissanite": (None, 2.65),
    "cubic_zirconia": (None, 2.16),
    "quartz": (None, 1.54),
    "emerald": ((0.06, 0.60, 0.36), 1.58),
    "sapphire": ((0.06, 0.14, 0.72), 1.77),
    "ruby": ((0.80, 0.03, 0.09), 1.77),
    "garnet": ((0.55, 0.03, 0.05), 1.75),
    "aquamarine": ((0.50, 0.82, 0.92), 1.58),
    "tourmaline_pink": ((1.0, 0.72, 0.87), 1.63),
    "tourmaline_green": ((0.14, 0.52, 0.28), 1.63),
    "morganite": ((1.0, 0.66, 0.60), 1.58),
    "peridot": ((0.50, 0.78, 0.12), 1.67),
    "topaz": ((0.45, 0.80, 0.95), 1.63),
    "amethyst": ((0.50, 0.18, 0.75), 1.55),
    "citrine": ((1.0, 0.62, 0.12), 1.55),
    "amber": ((1.0, 0.74, 0.28), 1.54),
    "glass_blue": ((0.15, 0.35, 0.85), 1.52),
}
# Colour stops over noise, the noise's scale per mm, roughness.
OPAQUE: dict[str, tuple[tuple[tuple[float, tuple[float, float, float]], ...], float, float]] = {
    "lapis": (((0.30, (0.006, 0.020, 0.13)), (0.58, (0.014, 0.050, 0.30)), (0.80, (0.07, 0.13, 0.38))), 0.4, 0.18),
    "turquoise": (((0.36, (0.12, 0.085, 0.05)), (0.43, (0.03, 0.36, 0.37)), (0.75, (0.10, 0.52, 0.50))), 0.26, 0.28),
    "amazonite": (((0.25, (0.10, 0.42, 0.38)), (0.55, (0.20, 0.58, 0.52)), (0.75, (0.55, 0.78, 0.72))), 0.22, 0.22),
    "carnelian": (((0.30, (0.42, 0.05, 0.01)), (0.70, (0.66, 0.16, 0.03))), 0.16, 0.15),
    "coral": (((0.30, (0.62, 0.09, 0.05)), (0.70, (0.75, 0.16, 0.09))), 0.2, 0.25),
    "onyx": (((0.30, (0.004, 0.004, 0.004)), (0.80, (0.010, 0.010, 0.010))), 0.2, 0.10),
    "jet": (((0.30, (0.006, 0.006, 0.006)), (0.80, (0.012, 0.011, 0.010))), 0.2, 0.16),
    "glass_black": (((0.30, (0.003, 0.003, 0.004)), (0.80, (0.006, 0.006, 0.007))), 0.2, 0.04),
    "glass_bottle": (((0.30, (0.02, 0.09, 0.035)), (0.70, (0.07, 0.20, 0.09))), 0.35, 0.3),
    "glass_malt": (((0.30, (0.07, 0.028, 0.010)), (0.70, (0.17, 0.075, 0.028))), 0.35, 0.3),
    "glass_cream": (((0.30, (0.55, 0.48, 0.36)), (0.70, (0.72, 0.66, 0.54))), 0.35, 0.32),
    "glass_ochre": (((0.34, (0.45, 0.20, 0.035)), (0.52, (0.62, 0.34, 0.07)), (0.68, (0.66, 0.56, 0.40))), 0.3, 0.32),
    "glass_sea": (((0.34, (0.02, 0.08, 0.22)), (0.54, (0.05, 0.18, 0.36)), (0.70, (0.55, 0.55, 0.50))), 0.3, 0.32),
    "jade": (((0.30, (0.10, 0.30, 0.13)), (0.70, (0.28, 0.50, 0.27))), 0.15, 0.18),
    "moonstone": (((0.30, (0.58, 0.63, 0.72)), (0.70, (0.82, 0.84, 0.86))), 0.12, 0.08),
    "opal": (((0.30, (0.55, 0.70, 0.78)), (0.50, (0.85, 0.83, 0.80)), (0.68, (0.85, 0.62, 0.60))), 0.5, 0.08),
    "labradorite": (((0.30, (0.05, 0.06, 0.07)), (0.52, (0.06, 0.16, 0.28)), (0.66, (0.12, 0.42, 0.50))), 0.25, 0.1),
    "jasper": (((0.30, (0.30, 0.06, 0.03)), (0.55, (0.45, 0.14, 0.06)), (0.75, (0.55, 0.33, 0.18))), 0.3, 0.25),
    "mother_of_pearl": (
        ((0.30, (0.62, 0.66, 0.66)), (0.50, (0.85, 0.82, 0.80)), (0.70, (0.78, 0.66, 0.70))),
        0.3,
        0.14,
    ),
    "porcelain": (((0.30, (0.78, 0.77, 0.74)), (0.70, (0.84, 0.83, 0.80))), 0.1, 0.12),
    "horn": (((0.30, (0.035, 0.020, 0.012)), (0.55, (0.12, 0.065, 0.030)), (0.75, (0.45, 0.30, 0.16))), 0.12, 0.2),
    "leather": (((0.30, (0.050, 0.020, 0.009)), (0.70, (0.11, 0.048, 0.022))), 0.7, 0.55),
    "leather_black": (((0.30, (0.012, 0.011, 0.010)), (0.70, (0.026, 0.024, 0.022))), 0.7, 0.5),
    "leather_tan": (((0.30, (0.28, 0.13, 0.055)), (0.70, (0.40, 0.20, 0.09))), 0.7, 0.55),
    "cotton": (((0.30, (0.10, 0.07, 0.05)), (0.70, (0.16, 0.12, 0.08))), 0.8, 0.8),
    "cotton_blue": (((0.30, (0.02, 0.035, 0.09)), (0.70, (0.04, 0.06, 0.14))), 0.8, 0.8),
    "silk_red": (((0.30, (0.42, 0.015, 0.02)), (0.70, (0.55, 0.03, 0.03))), 0.8, 0.45),
    "silk": (((0.30, (0.72, 0.68, 0.60)), (0.70, (0.80, 0.76, 0.68))), 0.8, 0.5),
    "petal": (((0.30, (0.42, 0.20, 0.50)), (0.70, (0.66, 0.42, 0.72))), 0.4, 0.6),
    "leaf": (((0.30, (0.10, 0.20, 0.06)), (0.70, (0.20, 0.32, 0.10))), 0.4, 0.6),
}
# Colours over bands: how many a millimetre, and how much they bend.
BANDED: dict[str, tuple[tuple[tuple[float, tuple[float, float, float]], ...], float, float]] = {
    "agate": (((0.2, (0.20, 0.21, 0.23)), (0.5, (0.42, 0.43, 0.45)), (0.8, (0.80, 0.80, 0.79))), 0.16, 3.0),
    "agate_brown": (((0.2, (0.11, 0.05, 0.025)), (0.8, (0.20, 0.10, 0.05))), 0.1, 2.0),
    "agate_white": (((0.2, (0.78, 0.77, 0.74)), (0.8, (0.86, 0.85, 0.82))), 0.1, 2.0),
    "malachite": (((0.2, (0.005, 0.08, 0.04)), (0.5, (0.02, 0.25, 0.13)), (0.8, (0.10, 0.45, 0.28))), 0.22, 5.0),
    "tiger_eye": (((0.2, (0.08, 0.03, 0.008)), (0.5, (0.38, 0.18, 0.04)), (0.8, (0.62, 0.38, 0.10))), 0.3, 2.0),
    "wood": (((0.2, (0.16, 0.075, 0.035)), (0.5, (0.24, 0.12, 0.055)), (0.8, (0.32, 0.17, 0.085))), 0.35, 3.0),
    "wood_dark": (((0.2, (0.022, 0.014, 0.010)), (0.8, (0.050, 0.032, 0.022))), 0.5, 2.0),
    "shell": (((0.2, (0.62, 0.44, 0.34)), (0.5, (0.80, 0.68, 0.56)), (0.8, (0.88, 0.82, 0.74))), 0.2, 3.0),
}
ENAMELS = {
    "blue": (0.010, 0.055, 0.26),
    "cream": (0.80, 0.72, 0.55),
    "white": (0.80, 0.79, 0.76),
    "red": (0.45, 0.012, 0.018),
    "green": (0.01, 0.20, 0.12),
    "teal": (0.0, 0.22, 0.26),
    "yellow": (0.75, 0.42, 0.03),
    "orange": (0.62, 0.16, 0.02),
    "black": (0.008, 0.008, 0.010),
    "sky": (0.16, 0.42, 0.62),
    "turquoise": (0.02, 0.36, 0.36),
    "pink": (0.66, 0.22, 0.28),
    "violet": (0.16, 0.05, 0.30),
}
FIBROUS = ("leather", "cotton", "silk")


def material(name: str, per_mm: float) -> Any:
    """`per_mm` is the stage's units in a millimetre, so that textures keep their size."""
    if name in bpy.data.materials:
        return bpy.data.materials[name]
    made = bpy.data.materials.new(name)
    substance, _slash, finish = name.partition("/")
    _maker_of(substance)(Graph(made), substance, finish, per_mm)
    return made


def _maker_of(substance: str) -> Callable[[Graph, str, str, float], None]:
    makers = ((METALS, _metal), (CLEAR, _clear), (BANDED, _banded), (OPAQUE, _opaque))
    found = next((make for names, make in makers if substance in names), None)
    return found or (_enamel if substance.startswith("enamel_") else PEARLS[substance])


def _metal(graph: Graph, substance: str, finish: str, per_mm: float) -> None:
    colour, polished = METALS[substance]
    roughness = FINISHES.get(finish, polished)
    base: Any = (0.035, 0.034, 0.036) if finish == "black" else colour
    if finish == "seam":
        base = tuple(0.8 * part + 0.2 * grey for part, grey in zip(colour, (0.8, 0.78, 0.7), strict=True))
    if finish == "old":
        hollow = graph.add("ShaderNodeAmbientOcclusion", Distance=1.6 * per_mm, samples=6).outputs["AO"]
        dim = tuple(0.62 * part for part in colour)
        base = graph.ramp(hollow, (0.30, (0.05, 0.045, 0.04)), (0.62, dim), (0.90, colour))
    uneven = graph.noise(0.5 / per_mm, 4).outputs[0]
    stretch = (1, 1, 14) if finish == "brushed" else (1, 1, 1)
    fine = graph.noise((2.0 if finish == "brushed" else 6.0) / per_mm, 2, stretch=stretch).outputs[0]
    strength = {"seam": 0.30, "brushed": 0.10, "matte": 0.08}.get(finish, 0.018)
    surface = graph.add(
        "ShaderNodeBsdfPrincipled",
        Metallic=1.0,
        Base_Color=base,
        Roughness=graph.ramp(uneven, (0.3, roughness * 0.75), (0.72, roughness * 1.35)),
        Normal=graph.bump(fine, strength, 0.2 * per_mm),
    )
    graph.ends_in(surface.outputs[0])


def _clear(graph: Graph, substance: str, _finish: str, per_mm: float) -> None:
    """Its colour is absorbed on the way through, so that depth shades it."""
    colour, index = CLEAR[substance]
    glass = graph.add("ShaderNodeBsdfGlass", Roughness=0.0, IOR=index, Color=(1, 1, 1)).outputs[0]
    if colour is None:
        graph.ends_in(glass)
        return
    density = 0.16 if substance == "amber" else 0.65
    graph.ends_in(glass, graph.add("ShaderNodeVolumeAbsorption", Color=colour, Density=density / per_mm).outputs[0])


def _opaque(graph: Graph, substance: str, _finish: str, per_mm: float) -> None:
    stops, scale, roughness = OPAQUE[substance]
    pattern = graph.noise(scale / per_mm, 8, 0.62)
    pattern.inputs["Distortion"].default_value = 0.6
    colour, metallic = graph.ramp(pattern.outputs[0], *stops), 0.0
    if substance == "lapis":
        pyrite = graph.ramp(graph.noise(2.2 / per_mm, 2).outputs[0], (0.70, 0.0), (0.73, 1.0))
        colour, metallic = graph.blend(pyrite, colour, (0.75, 0.55, 0.22)), pyrite
    surface = graph.add("ShaderNodeBsdfPrincipled", Base_Color=colour, Metallic=metallic, Roughness=roughness, IOR=1.55)
    if substance.startswith(FIBROUS):
        graph.set(surface.inputs["Normal"], graph.bump(graph.noise(3 / per_mm, 5).outputs[0], 0.5, 0.3 * per_mm))
    else:
        _coat(surface, 0.6, 0.04)
    graph.ends_in(surface.outputs[0])


def _banded(graph: Graph, substance: str, _finish: str, per_mm: float) -> None:
    stops, scale, bend = BANDED[substance]
    place = graph.add("ShaderNodeTexCoord").outputs["Object"]
    bands = graph.add(
        "ShaderNodeTexWave", Vector=place, Scale=scale / per_mm, Distortion=bend, Detail=3.0, Detail_Scale=1.4
    )
    colour = graph.ramp(bands.outputs[1], *stops)
    surface = graph.add("ShaderNodeBsdfPrincipled", Base_Color=colour, Roughness=0.2, IOR=1.55)
    _coat(surface, 0.25 if substance.startswith("wood") else 0.7, 0.05)
    graph.ends_in(surface.outputs[0])


def _enamel(graph: Graph, substance: str, finish: str, per_mm: float) -> None:
    colour = ENAMELS[substance.removeprefix("enamel_")]
    clouds = graph.noise(0.9 / per_mm, 5, 0.6).outputs[0]
    light = tuple(min(1.0, 1.12 * part) for part in colour)
    dark = tuple(0.8 * part for part in colour)
    surface = graph.add(
        "ShaderNodeBsdfPrincipled", Base_Color=graph.ramp(clouds, (0.3, dark), (0.75, light)), Roughness=0.22, IOR=1.52
    )
    if finish == "matte":
        surface.inputs["Roughness"].default_value = 0.42
    else:
        _coat(surface, 1.0, 0.025)
        waves = graph.noise(0.32 / per_mm, 2).outputs[0]
        graph.set(surface.inputs["Coat Normal"], graph.bump(waves, 0.10, 0.5 * per_mm))
    graph.ends_in(surface.outputs[0])


def _pearl(graph: Graph, substance: str, _finish: str, per_mm: float) -> None:
    """A bright heart and a darker rim, under a film that bends light."""
    rose = {"pearl": 1.0, "pearl_grey": 0.55}[substance]
    facing = graph.add("ShaderNodeLayerWeight", Blend=0.42).outputs["Facing"]
    stops = (
        (0.0, (0.95, 0.84, 0.72)),
        (0.45, (0.78, 0.62, 0.52)),
        (0.80, (0.50, 0.37, 0.35)),
        (1.0, (0.60, 0.55, 0.50)),
    )
    shaded = [(at, tuple(rose * part for part in colour)) for at, colour in stops]
    surface = graph.add(
        "ShaderNodeBsdfPrincipled", Base_Color=graph.ramp(facing, *shaded), Roughness=0.24, IOR=1.6, Metallic=0.3,
        Subsurface_Weight=0.12, Subsurface_Scale=10 * per_mm, Thin_Film_Thickness=420.0, Thin_Film_IOR=1.68,
    )  # fmt: skip
    surface.inputs["Subsurface Radius"].default_value = (0.10, 0.07, 0.05)
    surface.inputs["Coat IOR"].default_value = 1.6
    _coat(surface, 0.85, 0.06)
    graph.ends_in(surface.outputs[0])


PEARLS = {"pearl": _pearl, "pearl_grey": _pearl}


def _coat(surface: Any, weight: float, roughness: float) -> None:
    surface.inputs["Coat Weight"].default_value = weight
    surface.inputs["Coat Roughness"].default_value = roughness
