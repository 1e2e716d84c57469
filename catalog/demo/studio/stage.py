"""The one table, backdrop and light that every piece is shown on, in Blender.

Four softboxes with soft rims, three black cards that only reflections see (they draw the dark lines by which metal
reads as metal), and walls of uneven brightness for facets to reflect. Metal sees a darker table than the lens does.
"""

from collections.abc import Sequence
from typing import Any

import bpy
import mathutils
import numpy as np

from catalog.demo.studio.materials import material
from catalog.demo.studio.mesh import Array, Part, Parts, merged
from catalog.demo.studio.nodes import Graph
from catalog.demo.studio.view import LENS, SENSOR, Camera

Place = Sequence[float] | Array
# Name, place, what it faces, width and height, brightness, how dim its narrow rim is.
SOFTBOXES = (
    ("top", (0.4, 1.0, 4.6), (0, 0, 0.5), (4.0, 2.6), 8.0, 0.25),
    ("left", (-4.8, -1.2, 2.4), (0, 0, 0.6), (2.2, 4.2), 8.3, 0.08),
    ("right", (4.6, -0.4, 1.8), (0, 0, 0.6), (1.1, 3.8), 5.8, 0.08),
    ("front", (1.4, -6.5, 4.2), (0, 0, 0.5), (2.4, 1.4), 2.1, 0.25),
)
CARDS = (
    ((-2.6, -3.4, 1.4), (0, 0, 0.6), (0.9, 3.4)),
    ((3.0, -2.6, 1.2), (0, 0, 0.6), (1.1, 3.0)),
    ((0, -4.6, 0.85), (0, 0, 0.7), (2.6, 0.5)),
)
TABLE = (0.84, 0.815, 0.785)
FOR_THE_LENS, FOR_METAL = 1.17, 0.62
ROOM = 0.42
SWEEP_START, SWEEP_RADIUS, SWEEP_TOP = 4.0, 3.0, 12.0


def build_stage(parts: Parts, per_mm: float, camera: Camera) -> Any:
    """An empty scene with the table, the lights, the camera and the parts; none of them leaves the table bare."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    for part in merged(parts):
        _add_part(part, per_mm)
    for softbox in SOFTBOXES:
        _add_softbox(*softbox)
    for card in CARDS:
        _add_card(*card)
    _add_table()
    _add_room(scene)
    _add_camera(scene, camera)
    return scene


def _add_part(part: Part, per_mm: float) -> None:
    mesh = bpy.data.meshes.new(part.material)
    if isinstance(part.faces, np.ndarray):
        count, sides = part.faces.shape
        mesh.vertices.add(len(part.vertices))
        mesh.vertices.foreach_set("co", part.vertices.astype(np.float32).ravel())
        mesh.loops.add(count * sides)
        mesh.loops.foreach_set("vertex_index", part.faces.astype(np.int32).ravel())
        mesh.polygons.add(count)
        mesh.polygons.foreach_set("loop_start", np.arange(0, count * sides, sides, dtype=np.int32))
        mesh.update(calc_edges=True)
        mesh.validate()
    else:
        mesh.from_pydata(part.vertices.tolist(), [], part.faces)
    mesh.polygons.foreach_set("use_smooth", np.full(len(mesh.polygons), part.smooth))
    _turn_outward(mesh)
    _add_mesh(mesh, material(part.material, per_mm))


def _turn_outward(mesh: Any) -> None:
    import bmesh

    shape = bmesh.new()
    shape.from_mesh(mesh)
    bmesh.ops.recalc_face_normals(shape, faces=shape.faces)
    shape.to_mesh(mesh)
    shape.free()


def _add_mesh(mesh: Any, of: Any) -> Any:
    mesh.materials.append(of)
    thing = bpy.data.objects.new(mesh.name, mesh)
    bpy.context.scene.collection.objects.link(thing)
    return thing


def _look_at(thing: Any, place: Place, target: Place) -> None:
    thing.location = place
    thing.rotation_euler = (mathutils.Vector(target) - mathutils.Vector(place)).to_track_quat("-Z", "Y").to_euler()


def _add_pane(name: str, place: Place, target: Place, size: Place, of: Any) -> Any:
    """A rectangle that shines towards its target."""
    mesh, width, height = bpy.data.meshes.new(name), size[0] / 2, size[1] / 2
    corners = [(-width, -height, 0), (width, -height, 0), (width, height, 0), (-width, height, 0)]
    mesh.from_pydata(corners, [], [(3, 2, 1, 0)])
    mesh.uv_layers.new()
    mesh.uv_layers[0].data.foreach_set("uv", [0, 1, 1, 1, 1, 0, 0, 0])
    pane = _add_mesh(mesh, of)
    _look_at(pane, place, target)
    return pane


def _add_softbox(*softbox: Any) -> None:
    name, place, target, size, brightness, rim = softbox
    made = bpy.data.materials.new(f"softbox {name}")
    graph = Graph(made)
    across = graph.add("ShaderNodeSeparateXYZ", Vector=graph.add("ShaderNodeTexCoord").outputs["UV"])
    wide = graph.ramp(across.outputs[0], (0.0, rim), (0.5, 1.0), (1.0, rim))
    high = graph.ramp(across.outputs[1], (0.0, 0.25), (0.5, 1.0), (1.0, 0.25))
    for edge in (wide, high):
        edge.node.color_ramp.interpolation = "EASE"
    away = graph.add("ShaderNodeNewGeometry").outputs["Backfacing"]
    strength = graph.times(graph.times(graph.times(wide, high), brightness), graph.either(away, 1.0, 0.0))
    graph.ends_in(graph.add("ShaderNodeEmission", Strength=strength).outputs[0])
    _add_pane(name, place, target, size, made).visible_camera = False


def _add_card(place: Place, target: Place, size: Place) -> None:
    made = bpy.data.materials.get("card") or bpy.data.materials.new("card")
    graph = Graph(made)
    graph.ends_in(graph.add("ShaderNodeEmission", Strength=0.0).outputs[0])
    card = _add_pane("card", place, target, size, made)
    card.visible_camera = card.visible_diffuse = card.visible_shadow = card.visible_transmission = False


def _add_table() -> None:
    """A table that rises to a wall without an edge."""
    angle = np.linspace(0, np.pi / 2, 32)
    curve = np.stack([SWEEP_START + SWEEP_RADIUS * np.sin(angle), SWEEP_RADIUS - SWEEP_RADIUS * np.cos(angle)], axis=1)
    front, top = np.array([[-14.0, 0], [SWEEP_START, 0]]), np.array([[SWEEP_START + SWEEP_RADIUS, SWEEP_TOP]])
    profile = np.vstack([front, curve, top])
    mesh = bpy.data.meshes.new("table")
    corners = [(across, *point) for point in profile.tolist() for across in (-16.0, 16.0)]
    faces = [(2 * at, 2 * at + 1, 2 * at + 3, 2 * at + 2) for at in range(len(profile) - 1)]
    mesh.from_pydata(corners, [], faces)
    mesh.polygons.foreach_set("use_smooth", [True] * len(faces))
    made = bpy.data.materials.new("table")
    graph = Graph(made)
    path = graph.add("ShaderNodeLightPath").outputs
    seen = graph.blend(path["Is Glossy Ray"], TABLE, tuple(FOR_METAL * part for part in TABLE))
    lens = tuple(min(1.0, FOR_THE_LENS * part) for part in TABLE)
    graph.ends_in(graph.add("ShaderNodeBsdfDiffuse", Color=graph.blend(path["Is Camera Ray"], seen, lens)).outputs[0])
    _add_mesh(mesh, made)


def _add_room(scene: Any) -> None:
    scene.world = bpy.data.worlds.new("room")
    graph = Graph(scene.world)
    path = graph.add("ShaderNodeLightPath").outputs
    place = graph.add("ShaderNodeTexCoord").outputs["Generated"]
    clouds = graph.add("ShaderNodeTexNoise", Vector=place, Scale=2.3, Detail=1.0).outputs[0]
    walls = graph.ramp(clouds, (0.40, 0.03), (0.52, 0.22), (0.66, 1.0))
    for_stones = graph.ramp(clouds, (0.40, 0.03), (0.50, 0.30), (0.60, 1.9))
    seen = graph.either(path["Is Glossy Ray"], ROOM, walls)
    strength = graph.either(path["Is Transmission Ray"], seen, for_stones)
    light = graph.add("ShaderNodeBackground", Color=(1, 0.985, 0.965), Strength=strength)
    graph.add("ShaderNodeOutputWorld", Surface=light.outputs[0])
    scene.world.cycles.sampling_method = "NONE"


def _add_camera(scene: Any, camera: Camera) -> None:
    lens = bpy.data.cameras.new("camera")
    lens.lens, lens.sensor_width, lens.clip_end = LENS, SENSOR, 100
    lens.dof.use_dof, lens.dof.focus_distance = True, camera.focus
    lens.dof.aperture_fstop = LENS / 1000 / (2 * camera.aperture)
    scene.camera = bpy.data.objects.new("camera", lens)
    scene.collection.objects.link(scene.camera)
    _look_at(scene.camera, camera.eye, camera.target)
