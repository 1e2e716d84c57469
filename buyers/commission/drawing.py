"""A line drawing to scale for each kind of piece, with what is known of its size and boxes for what is not.

All of it is at life size but a chain, which is hung up closed and drawn at a quarter.
"""

from collections.abc import Callable
from decimal import Decimal
from math import pi

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from buyers.brief import Brief
from buyers.commission.plan import Plan, Point

WIDTH, HEIGHT = 84.0, 116.0
EXAMPLE_SIZES = {"ring": Decimal(54), "bracelet": Decimal(180)}
RING_WALL, RING_BAND, BANGLE_WALL = 1.8, 4.0, 2.0
CONTROL, CONTROL_AT = 50, HEIGHT - 5
# Least room worth sketching into.
LEAST_GRID = 12
CHAIN_SCALE = 4
CHAINS_CM, CHAIN_EXAMPLE_CM = (40, 45, 50, 60), 45


def drawing_for(brief: Brief) -> Plan:
    return KINDS[brief.kind or ""](brief)


def size_drawn(brief: Brief) -> Decimal:
    """The inner circumference that is drawn: the one given, or a usual one."""
    return brief.size or EXAMPLE_SIZES[brief.kind or "ring"]


def across_of(size: Decimal) -> float:
    return float(size) / pi


def diameter_text(size: Decimal) -> str:
    return _("%(across)s mm") % {"across": number_format(round(across_of(size), 1), decimal_pos=1)}


def _plan(title: str) -> Plan:
    """With the bar by which the print's scale is checked."""
    plan = Plan(title=title, width=WIDTH, height=HEIGHT)
    plan.line((0.2, CONTROL_AT), (0.2 + CONTROL, CONTROL_AT))
    for at in range(0, CONTROL + 1, 10):
        reach = 1.8 if at in {0, CONTROL} else 1.0
        plan.line((0.2 + at, CONTROL_AT - reach), (0.2 + at, CONTROL_AT + reach))
    plan.words((CONTROL + 3, CONTROL_AT + 1), _("50 mm: measure it"))
    return plan


def _round(plan: Plan, brief: Brief, center: Point, wall: float) -> tuple[float, float]:
    """A round piece from the front: its inner and outer radius."""
    inner = across_of(size_drawn(brief)) / 2
    outer = inner + wall
    plan.circle(center, inner)
    plan.circle(center, outer, "example")
    plan.axes(center, outer + 2)
    return inner, outer


def _round_the_inside(brief: Brief) -> str:
    size = {"size": number_format(size_drawn(brief))}
    if brief.size is None:
        return _("%(size)s mm round the inside, as an example") % size
    return _("%(size)s mm round the inside") % size


def _ring(brief: Brief) -> Plan:
    plan = _plan(_("A ring from the front and from the side, with its inner diameter; width and thickness to fill in"))
    center = (17.0, 17.0)
    inner, outer = _round(plan, brief, center, RING_WALL)
    level = center[1] + outer + 5
    left, right = (center[0] - inner, center[1]), (center[0] + inner, center[1])
    plan.across(left, right, level, _("Ø %(across)s") % {"across": diameter_text(size_drawn(brief))})
    plan.words((0, level + 8.4), _round_the_inside(brief))
    slant = 0.7071 * (inner + outer) / 2
    plan.leader((center[0] + slant, center[1] - slant), (center[0] + slant + 4, center[1] - slant - 3), "b")
    side = (38.0, center[1] - outer)
    plan.rectangle(side, (RING_BAND, 2 * outer), "example")
    plan.line((side[0] - 2, center[1]), (side[0] + RING_BAND + 2, center[1]), look="axis")
    plan.across((side[0], center[1] + outer), (side[0] + RING_BAND, center[1] + outer), level, "a")
    plan.box((63, 6), _("a  Width"), _("mm"))
    plan.box((63, 15), _("b  Thickness"), _("mm"))
    plan.box((63, 24), _("Profile"))
    _sketch_below(plan, level + 12)
    return plan


def _bracelet(brief: Brief) -> Plan:
    plan = _plan(_("A bracelet from the front, with its inner diameter; width and thickness to fill in"))
    outer = across_of(size_drawn(brief)) / 2 + BANGLE_WALL
    center = (WIDTH / 2, outer + 2)
    inner, outer = _round(plan, brief, center, BANGLE_WALL)
    start, end = (center[0] - inner, center[1]), (center[0] + inner, center[1])
    plan.through(start, end, _("Ø %(across)s") % {"across": diameter_text(size_drawn(brief))})
    plan.words((center[0], center[1] + 5), _round_the_inside(brief), "middle")
    foot = center[1] + outer + 2
    plan.box((14, foot), _("Width"), _("mm"))
    plan.box((57, foot), _("Thickness"), _("mm"))
    _sketch_below(plan, foot + 9)
    return plan


def _sketch_below(plan: Plan, top: float) -> None:
    """A grid in what room is left above the control bar, if it is worth it."""
    down = int(CONTROL_AT - 4 - top - 4)
    if down >= LEAST_GRID:
        plan.words((0, top + 2.6), _("To sketch into, 1 : 1. A square is 1 mm."))
        plan.grid((0.2, top + 4), (int(WIDTH - 1), down))


def _necklace(brief: Brief) -> Plan:
    plan = _plan(_("A chain hung up closed, at a quarter of its size, and a grid for the pendant at life size"))
    left, right, top = 4.0, 6.0, 6.0
    plan.circle(((left + right) / 2, top - 1.5), 1.5)
    plan.loop((left, top), (right - left, _hangs(CHAIN_EXAMPLE_CM)))
    for x in (left, right):
        plan.line((x, top + _hangs(CHAIN_EXAMPLE_CM)), (x, top + _hangs(CHAINS_CM[-1])), look="example")
    for length in CHAINS_CM:
        level = top + _hangs(length)
        plan.line((left - 2, level), (right + 2, level), look="thin")
        plan.words((right + 3, level + 1), _("%(length)s cm") % {"length": length})
    plan.box((49, 1), _("Length"), _("cm"))
    plan.words((26, 12.5), _("Pendant, 1 : 1. A square is 1 mm."))
    plan.grid((26, 14), (57, 84))
    plan.words((0, 104), _("Chain 1 : 4, hung up closed; 45 cm is an example."))
    return plan


def _hangs(length_cm: int) -> float:
    """How far a closed chain of that length hangs down, in millimetres on paper."""
    return length_cm * 10 / 2 / CHAIN_SCALE


def _earrings(brief: Brief) -> Plan:
    plan = _plan(_("Two grids for a pair of earrings at life size, and the usual post of a stud"))
    _pair_of_grids(plan, 80)
    plan.rectangle((4, 91), (1.2, 8), "example")
    plan.rectangle((5.2, 94.55), (10, 0.9))
    plan.across((5.2, 95.45), (15.2, 95.45), 101.5, _("10 mm"))
    plan.words((24, 93), _("Usual: studs 4 to 10 mm across,"))
    plan.words((24, 97.5), _("drops 15 to 50 mm long,"))
    plan.words((24, 102), _("posts 10 mm long, 0.8 to 0.9 mm thick."))
    return plan


def _cufflinks(brief: Brief) -> Plan:
    plan = _plan(_("Two grids for a pair of cufflinks at life size, and one from the side"))
    _pair_of_grids(plan, 68)
    middle = 88.0
    plan.rectangle((3, middle - 8), (2.5, 16), "example")
    plan.rectangle((5.5, middle - 1), (18, 2), "example")
    plan.rectangle((23.5, middle - 9), (4, 18), "example")
    plan.across((5.5, middle + 1), (23.5, middle + 1), 99.5, _("18 mm"))
    plan.words((34, 84), _("Usual: faces 12 to 20 mm across,"))
    plan.words((34, 88.5), _("17 to 20 mm from face to toggle."))
    plan.words((34, 93), _("The toggle passes four layers of cloth."))
    return plan


def _pair_of_grids(plan: Plan, down: int) -> None:
    plan.words((0, 3), _("One of the pair, 1 : 1"))
    plan.words((44, 3), _("The other, if it differs"))
    plan.grid((0.2, 5), (39, down))
    plan.grid((44, 5), (39, down))


def _brooch(brief: Brief) -> Plan:
    plan = _plan(_("A grid for a brooch at life size, with the outline of a usual one and its pin"))
    plan.words((0, 3), _("To sketch into, 1 : 1. A square is 1 mm."))
    plan.grid((0.2, 5), (83, 78))
    center = (WIDTH / 2, 44.0)
    plan.ellipse(center, (22.5, 15), "example")
    plan.line((center[0] - 18, 39), (center[0] + 18, 39), look="example")
    plan.across((center[0] - 22.5, center[1]), (center[0] + 22.5, center[1]), 87, _("45 mm, an example"))
    plan.words((0, 99), _("Usual: 25 to 60 mm across; the pin above the middle, so"))
    plan.words((0, 103.5), _("that it does not tip, of hard wire 0.8 to 1 mm thick."))
    return plan


def _any_kind(brief: Brief) -> Plan:
    plan = _plan(_("A grid to sketch into, at life size"))
    _sketch_below(plan, 0)
    return plan


KINDS: dict[str, Callable[[Brief], Plan]] = {
    "ring": _ring,
    "earrings": _earrings,
    "necklace": _necklace,
    "bracelet": _bracelet,
    "brooch": _brooch,
    "cufflinks": _cufflinks,
    "": _any_kind,
}
