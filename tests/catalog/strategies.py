"""Any facts of a piece, for the laws of claims and levels."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import strategies as st

from catalog.choices import (
    Claim,
    Coating,
    Control,
    Edition,
    Evenness,
    Grade,
    Kind,
    MakerKind,
    Method,
    OptionKind,
    Preview,
    Role,
    Sizing,
    Stage,
    Substance,
)
from catalog.facts import EvidenceFacts, MakerFacts, MaterialFacts, PieceFacts, StepFacts
from tests.factory import DECLARED_ON, TODAY

FLAGS = st.sampled_from((None, False, True))
NAMES = st.sampled_from(("", "Ana"))
EXPIRIES = st.sampled_from((None, TODAY - timedelta(days=1), TODAY, TODAY + timedelta(days=30)))


def steps() -> st.SearchStrategy[StepFacts]:
    return st.builds(
        StepFacts,
        stage=st.sampled_from(Stage),
        method=st.sampled_from(Method),
        control=st.sampled_from(Control),
        done_by=NAMES,
        place=NAMES,
        makes_feature=st.booleans(),
    )


def materials() -> st.SearchStrategy[MaterialFacts]:
    return st.builds(
        MaterialFacts,
        role=st.sampled_from(Role),
        substance=st.sampled_from(Substance),
        coating=st.none() | st.sampled_from(Coating),
        is_main=st.booleans(),
    )


def evidence() -> st.SearchStrategy[EvidenceFacts]:
    return st.builds(EvidenceFacts, claim=st.sampled_from(Claim), grade=st.sampled_from(Grade), expires=EXPIRIES)


def pieces() -> st.SearchStrategy[PieceFacts]:
    return st.builds(
        PieceFacts,
        kind=st.sampled_from(Kind),
        maker=st.builds(MakerFacts, kind=st.sampled_from(MakerKind), name=NAMES, place=NAMES, contact=NAMES),
        declared_on=st.sampled_from((None, DECLARED_ON)),
        number_made=st.none() | st.integers(min_value=1, max_value=50_000),
        edition=st.none() | st.sampled_from(Edition),
        preview=st.none() | st.sampled_from(Preview),
        returnable_days=st.sampled_from((None, 0, 14)),
        sizing=st.none() | st.sampled_from(Sizing),
        tolerance_mm=st.sampled_from((None, Decimal("0.1"), Decimal("0.5"))),
        evenness=st.none() | st.sampled_from(Evenness),
        has_raw_edges=FLAGS,
        is_resizable=st.booleans(),
        is_standard_design=st.booleans(),
        feature=st.sampled_from(("", "Granulated rim")),
        repaired_by_maker=FLAGS,
        spare_parts=FLAGS,
        warranty_years=st.sampled_from((None, 0, 2, 5)),
        steps=st.lists(steps(), max_size=6).map(tuple),
        materials=st.lists(materials(), max_size=3).map(tuple),
        options=st.lists(st.sampled_from(OptionKind), unique=True).map(tuple),
        evidence=st.lists(evidence(), max_size=8).map(tuple),
    )
