"""A shot taken: Blender's path tracer with fixed settings, so that the same recipe gives the same pixels."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import bpy
import numpy as np
from PIL import Image

from catalog.demo.studio.backdrop import laid_on_page, piece_mask
from catalog.demo.studio.mesh import Array
from catalog.demo.studio.stage import build_stage
from catalog.demo.studio.view import Shot, camera_for, on_stage, projected

# Fixed, since the number of threads may change the last bit of a pixel.
THREADS = 2
SEED = 1
# Measured on a hammered ring at 900 px: without the light tree 16 samples cost 36 s of a core and look like 48.
SAMPLES = 16
EMPTY_SIZE, EMPTY_SAMPLES = 180, 32
BOUNCES = {"max": 16, "glossy": 8, "transmission": 14, "diffuse": 2, "volume": 0}
EXPOSURE = 0.5


def take(shot: Shot, size: int, samples: int = SAMPLES) -> Image.Image:
    """A square picture whose edge has exactly the colour of the site's page."""
    parts, per_mm = on_stage(shot)
    camera = camera_for(parts, shot.view)
    seen = _rendered(build_stage(parts, per_mm, camera), size, samples)
    bare = _rendered(build_stage([], per_mm, camera), EMPTY_SIZE, EMPTY_SAMPLES)
    mask = piece_mask(projected(parts, camera), size)
    return Image.fromarray(laid_on_page(seen, bare, mask))


def _rendered(scene: Any, size: int, samples: int) -> Array:
    render = scene.render
    render.engine = "CYCLES"
    _set_tracer(scene.cycles, samples)
    render.resolution_x = render.resolution_y = size
    render.resolution_percentage = 100
    render.threads_mode, render.threads = "FIXED", THREADS
    render.image_settings.file_format, render.image_settings.color_mode = "PNG", "RGB"
    _set_colours(scene)
    with TemporaryDirectory() as folder:
        render.filepath = str(Path(folder) / "shot.png")
        bpy.ops.render.render(write_still=True)
        return np.asarray(Image.open(render.filepath).convert("RGB"), dtype=float)


def _set_tracer(cycles: Any, samples: int) -> None:
    cycles.device, cycles.samples, cycles.seed = "CPU", samples, SEED
    cycles.use_adaptive_sampling = cycles.use_light_tree = False
    for kind, number in BOUNCES.items():
        setattr(cycles, f"{kind}_bounces", number)
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.blur_glossy = 10, 0.6
    cycles.use_denoising, cycles.denoiser = True, "OPENIMAGEDENOISE"
    cycles.denoising_input_passes, cycles.denoising_prefilter = "RGB_ALBEDO_NORMAL", "FAST"
    cycles.denoising_quality = "HIGH"


def _set_colours(scene: Any) -> None:
    scene.display_settings.display_device = "sRGB"
    view = scene.view_settings
    view.view_transform, view.look = "AgX", "AgX - High Contrast"
    view.exposure, view.gamma = EXPOSURE, 1
