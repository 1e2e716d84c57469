"""What a part is made of, in words: a surface never passes for the metal that lies under it."""

from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from catalog.choices import Coating, Role, Substance, Treatment
from catalog.models import Material

# Below seven millionths of an inch the FTC Guides want "flashed" or "washed" (16 CFR 23.3, formerly 23.4).
THINNEST_GOLD_PLATE_UM = Decimal("0.175")
GOLDS = frozenset({Substance.YELLOW_GOLD, Substance.WHITE_GOLD, Substance.ROSE_GOLD})
# They name what a stone is, not what was done to it.
NO_TREATMENT = frozenset({Treatment.SYNTHETIC, Treatment.IMITATION})


def stated_substance(part: Material) -> str:
    """All that is told of a part, for its line among the facts."""
    if part.role == Role.METAL:
        return capfirst(_metal(part))
    stone = [_origin(part), _treatment(part)] if part.role == Role.STONE else []
    return capfirst(", ".join(filter(None, (part.get_substance_display(), *stone))))


def surface_name(part: Material) -> str:
    """The few words that a picture may say of a part, such as gold-plated brass."""
    if part.role != Role.METAL or part.coating == Coating.SOLID:
        return part.get_substance_display()
    is_yellow = part.substance == Substance.YELLOW_GOLD
    words = {
        "surface": _("gold") if is_yellow else part.get_substance_display(),
        "core": part.get_core_display() if part.core else _("metal"),
    }
    if part.coating == Coating.PLATED:
        return _("%(surface)s-plated %(core)s") % words
    if part.coating == Coating.FILLED:
        return _("%(surface)s-filled %(core)s") % words
    return _("vermeil") if part.coating == Coating.VERMEIL else _("%(surface)s-coloured metal") % words


def _metal(part: Material) -> str:
    surface, core = part.get_substance_display(), part.get_core_display()
    amounts = [_fineness(part), _thickness(part)]
    if not part.coating and not core:
        told = _("%(surface)s surface; what lies under it is not disclosed") % {"surface": surface}
        return ", ".join(filter(None, (told, *amounts)))
    coating = part.get_coating_display() if part.coating != Coating.SOLID else ""
    over = _("over %(core)s") % {"core": core} if core and part.core != part.substance else ""
    return ", ".join(filter(None, (surface, coating, over, *amounts)))


def _fineness(part: Material) -> str:
    return _("%(fineness)s parts in 1000") % {"fineness": part.fineness} if part.fineness else ""


def _thickness(part: Material) -> str:
    if not part.thickness_um:
        return ""
    words = {"thickness": f"{part.thickness_um.normalize():f}"}
    is_thin = part.substance in GOLDS and part.thickness_um < THINNEST_GOLD_PLATE_UM
    if is_thin and part.coating == Coating.PLATED:
        return _("%(thickness)s µm thick, so thin that the FTC Guides call it flashed or washed") % words
    return _("%(thickness)s µm thick") % words


def _origin(part: Material) -> str:
    if part.substance == Substance.CUBIC_ZIRCONIA:
        return _("man-made")
    return part.get_origin_display() or (part.get_treatment_display() if part.treatment in NO_TREATMENT else "")


def _treatment(part: Material) -> str:
    if part.treatment in NO_TREATMENT:
        return ""
    if not part.treatment:
        return _("treatment not disclosed")
    return _("treatment: %(treatment)s") % {"treatment": part.get_treatment_display()}
