"""Addresses that are asked for, over the pieces of a filled catalog."""

from urllib.parse import urlencode

from buyers.brief import canonical_query

ASKED = {"budget": "300", "top": "uniqueness,craft,price", "who": "partner", "why": "memory"}
OF_RINGS = ASKED | {"type": "ring"}
WITH_ANSWER = ASKED | {"t.price.craft": "a1"}
OWN = {"own.1": "kind.ring~price.96~metal.silver~by_hand.saw,solder,polish~days_min.9~days_max.9"}
REPLIED = {"told.piece-0": "claims.recycled"}
WAS = urlencode({"was": canonical_query(OF_RINGS)}, safe=",")
VERDICT = f"/decide/verdict/?{canonical_query(OF_RINGS)}"
OVER_ALL = f"/decide/verdict/?{canonical_query(WITH_ANSWER)}"
PIECE = "/pieces/piece-0/"
COMPARE = "/compare/?piece=piece-0&piece=piece-1"
# By promise, the most queries that a page of it may take.
MOST_QUERIES: dict[str, tuple[int, dict[str, str]]] = {
    "verdict": (
        4,
        {
            "verdict page": VERDICT,
            "over all kinds": OVER_ALL,
            "for programs": f"/decide/verdict.json?{canonical_query(OF_RINGS)}",
            "what-if swap": f"/decide/verdict/?{canonical_query(OF_RINGS | {'budget': '90'})}&{WAS}",
        },
    ),
    "list": (
        8,
        {
            "list page": "/pieces/",
            "three facets": "/pieces/?kind=ring,brooch&metal=gold&price=100,250,500",
            "a search": "/pieces/?kind=ring&q=garnet+cast",
        },
    ),
    "piece": (8, {"piece page": PIECE}),
    "compare": (6, {"two pieces": COMPARE, "four pieces": f"{COMPARE}&piece=piece-2&piece=piece-3"}),
}
# Without a promise of their own.
OTHERS = {
    "verdict with a brought piece": f"/decide/verdict/?{canonical_query(OF_RINGS | OWN)}",
    "verdict with a reply": f"/decide/verdict/?{canonical_query(OF_RINGS | REPLIED)}",
    "brought pieces": f"/bring/?{canonical_query(OF_RINGS | OWN)}",
    "trade-off card": f"/decide/t.precision.uniqueness/?{canonical_query(OF_RINGS)}",
    "next card": f"/decide/card/?{canonical_query(OF_RINGS)}",
}
