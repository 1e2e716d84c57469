"""The colours of metals and stones as a jeweller's gouache on grey paper would mix them. Plain."""

from dataclasses import dataclass

from catalog.choices import Substance


@dataclass(frozen=True, kw_only=True)
class Tones:
    """Five tones of one material, darkest first."""

    deep: str
    shade: str
    body: str
    light: str
    shine: str


def _tones(deep: str, shade: str, body: str, light: str, shine: str = "#fffdf8") -> Tones:
    return Tones(deep=f"#{deep}", shade=f"#{shade}", body=f"#{body}", light=f"#{light}", shine=shine)


SILVER = _tones("33373b", "777c81", "b9bdc0", "e6e8e9", "#ffffff")
STEEL = _tones("2c3339", "69747d", "a7b1b8", "dbe2e6", "#ffffff")

METALS = {
    Substance.YELLOW_GOLD: _tones("5a3c0a", "9c6d1c", "d5a84b", "f4dc97", "#fffbea"),
    Substance.ROSE_GOLD: _tones("66301f", "a9654c", "d99c82", "f5cfbd", "#fff5ef"),
    Substance.WHITE_GOLD: _tones("3b3a36", "83817a", "c4c2ba", "eceae4", "#ffffff"),
    Substance.PLATINUM: _tones("34373a", "7a7f83", "bdc2c4", "eaecec", "#ffffff"),
    Substance.PALLADIUM: _tones("333536", "74787a", "b4b7b8", "e0e2e2", "#ffffff"),
    Substance.RHODIUM: _tones("2d3134", "72787c", "bcc2c6", "eff1f2", "#ffffff"),
    Substance.SILVER: SILVER,
    Substance.TITANIUM: _tones("2b2d30", "5e6266", "92979c", "c3c7cb", "#f4f5f6"),
    Substance.NIOBIUM: _tones("25283a", "535a7c", "858fb4", "bfc6de", "#f3f5fb"),
    Substance.STEEL: STEEL,
    Substance.BRASS: _tones("4d3d0e", "8c7426", "c3aa55", "e9da9b", "#fffce9"),
    Substance.BRONZE: _tones("432711", "7f5126", "b5834b", "dfb98a", "#fff4e2"),
    Substance.COPPER: _tones("59240f", "9d4c29", "cf7f58", "efb898", "#fff0e6"),
    Substance.ALUMINIUM: _tones("3a3d40", "84898c", "c2c6c8", "e7e9ea", "#ffffff"),
    Substance.TUNGSTEN: _tones("1f2123", "494c50", "787c81", "adb1b6", "#eceef0"),
}

STONES = {
    Substance.DIAMOND: _tones("56646d", "97a6af", "cfd8dd", "eef3f5", "#ffffff"),
    Substance.MOISSANITE: _tones("5a666a", "9aaab0", "d3dde0", "f0f5f5", "#ffffff"),
    Substance.CUBIC_ZIRCONIA: _tones("5b6470", "9ca7b3", "d6dde3", "f2f5f8", "#ffffff"),
    Substance.QUARTZ: _tones("6a6c6c", "a7aaaa", "d6d9d8", "f1f2f1", "#ffffff"),
    Substance.RUBY: _tones("4a0314", "86092a", "c01a43", "ea6a86", "#ffe3e8"),
    Substance.GARNET: _tones("2d0508", "5d0d14", "8f1d24", "c95a56", "#ffe0da"),
    Substance.SAPPHIRE: _tones("060f3d", "122a7a", "2a4fb3", "7a9ae0", "#e6eefc"),
    Substance.EMERALD: _tones("02301c", "07593a", "14865a", "62bf94", "#e0f6ea"),
    Substance.TOURMALINE: _tones("0b2f2c", "155b53", "2a8d7e", "80c6b6", "#e3f6f1"),
    Substance.PERIDOT: _tones("2c3a06", "57700f", "8da82b", "c6d97a", "#f8fbdf"),
    Substance.AQUAMARINE: _tones("2b5f6b", "5f9eaa", "9dcdd4", "d3ecee", "#ffffff"),
    Substance.TOPAZ: _tones("1f5075", "3f86b4", "82b9da", "c7e2f1", "#ffffff"),
    Substance.AMETHYST: _tones("2a0f4a", "4f2580", "7d4cb0", "b898d9", "#f4ecfb"),
    Substance.CITRINE: _tones("6b3b04", "b06c0c", "e0a12c", "f6d27f", "#fff8e2"),
    Substance.ONYX: _tones("050506", "151618", "26282b", "565a5f", "#e6e8ea"),
    Substance.JET: _tones("060606", "141414", "232323", "4b4b4b", "#d9d9d9"),
    Substance.AGATE: _tones("3b2a24", "74594d", "a98d7d", "d8c7b9", "#fffaf4"),
    Substance.JASPER: _tones("3b1009", "6d2316", "9c3e2a", "cd7f66", "#ffe9df"),
    Substance.CARNELIAN: _tones("5a1503", "9a2f0a", "cf5a20", "f09a63", "#fff0e2"),
    Substance.TIGER_EYE: _tones("2b1604", "5e370d", "9a6a21", "d7ab5a", "#fff3d4"),
    Substance.LAPIS: _tones("07123f", "122868", "23429a", "6580c8", "#e4eaf9"),
    Substance.TURQUOISE: _tones("0f4f52", "1f8385", "4bb5b1", "9adcd4", "#f0fdfa"),
    Substance.MALACHITE: _tones("032a1b", "0a5236", "1d7f55", "6cb893", "#e2f5eb"),
    Substance.OPAL: _tones("6d7a84", "a9b8c0", "d8e2e4", "f1f5f3", "#ffffff"),
    Substance.MOONSTONE: _tones("5d6b7c", "9db0c2", "d2dde6", "f0f4f7", "#ffffff"),
    Substance.LABRADORITE: _tones("141d24", "2e4350", "547385", "8fb2bd", "#e7f4f4"),
    Substance.JADE: _tones("12371f", "2d6840", "5f9c6c", "a5cfa8", "#f1faee"),
    Substance.PEARL: _tones("7d726b", "b7ada6", "e3dcd6", "f6f2ee", "#ffffff"),
    Substance.MOTHER_OF_PEARL: _tones("7e7f86", "b6b9bf", "e0e3e4", "f4f4f2", "#ffffff"),
    Substance.CORAL: _tones("6e1a12", "ac3a2b", "da6a55", "f2a997", "#fff0ea"),
    Substance.AMBER: _tones("4d2002", "8f4a06", "c97d17", "efb95a", "#fff5dc"),
    Substance.SHELL: _tones("6e5648", "a98d7c", "d9c4b4", "f2e7dd", "#ffffff"),
    Substance.HORN: _tones("1d140d", "48352a", "7a614e", "b8a28d", "#fff5ea"),
    Substance.WOOD: _tones("27130a", "542f1b", "83512f", "b98a63", "#f6e3cf"),
    Substance.GLASS: _tones("1b4a5a", "3b8295", "79b9c6", "bfe2e6", "#ffffff"),
    Substance.PORCELAIN: _tones("7c8085", "b9bec3", "e3e6e8", "f7f8f8", "#ffffff"),
    Substance.RESIN: _tones("4a2745", "7f4a78", "b47aab", "ddb6d6", "#fdf2fb"),
    Substance.PLASTIC: _tones("1c2a5a", "34489a", "5f74cc", "a3b1ea", "#f0f3ff"),
    Substance.ENAMEL: _tones("071b4a", "123a86", "2159b4", "6f98dc", "#eaf2ff"),
    Substance.LEATHER: _tones("1c0f08", "40251a", "653e2b", "94694f", "#d9b79d"),
    Substance.COTTON: _tones("4b4238", "80756a", "b3a89b", "d8d0c5", "#f7f3ec"),
    Substance.SILK: _tones("4a1230", "7d2852", "ad4a78", "d78aac", "#fae3ec"),
}

TINTS = {
    "black": STONES[Substance.ONYX],
    "blue": STONES[Substance.SAPPHIRE],
    "green": STONES[Substance.EMERALD],
    "pink": _tones("5c1238", "a03a6c", "d4749f", "f2b5cd", "#fff0f6"),
    "red": _tones("4d0610", "8c1622", "bb3340", "e28a8d", "#ffe9e8"),
    "violet": STONES[Substance.AMETHYST],
    "white": STONES[Substance.PORCELAIN],
    "yellow": STONES[Substance.CITRINE],
}
BRILLIANT = frozenset(
    {
        *(Substance.DIAMOND, Substance.MOISSANITE, Substance.CUBIC_ZIRCONIA, Substance.QUARTZ, Substance.RUBY),
        *(Substance.GARNET, Substance.SAPPHIRE, Substance.PERIDOT, Substance.TOPAZ, Substance.AMETHYST),
        Substance.CITRINE,
    }
)
STEP_CUT = frozenset({Substance.EMERALD, Substance.AQUAMARINE, Substance.TOURMALINE})
PEARLY = frozenset({Substance.PEARL, Substance.MOTHER_OF_PEARL})


def metal_tones(metal: Substance | None) -> Tones:
    return METALS.get(metal, SILVER) if metal else SILVER


def stone_tones(stone: Substance) -> Tones:
    return STONES.get(stone) or METALS.get(stone, SILVER)
