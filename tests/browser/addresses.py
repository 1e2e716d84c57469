"""One address of every kind of page, in the demo catalog, and a verdict in each of its five states."""

from datetime import date, timedelta
from urllib.parse import quote, urlencode

from playwright.sync_api import Page

from buyers.questions import PAGES


def verdict_at(**answers: str) -> str:
    return f"/decide/verdict/?{urlencode(sorted(answers.items()), safe=',')}"


def days_ahead(days: int) -> str:
    return (date.today() + timedelta(days=days)).isoformat()


CALLED = {"budget": "600", "top": "uniqueness,custom,craft", "type": "ring", "who": "partner", "why": "care,memory"}
VERDICTS = {
    "called": verdict_at(**CALLED),
    "forced": verdict_at(budget="20", top="uniqueness,craft,price", type="ring", who="friend"),
    "close": verdict_at(top="certainty,price,uniqueness", type="ring"),
    "too_early": verdict_at(type="ring", who="partner"),
    "none": verdict_at(budget="1"),
}
HEADLINES = {
    "called": "Handcrafted, for your partner.",
    "forced": "Only mass-produced can be had for €20.",
    "close": "Level. Take the one you like looking at.",
    "too_early": "Not enough to say yet.",
    "none": "Nothing fits.",
}
QUESTIONS = {f"question {page.slug}": f"/decide/{page.slug}/?budget=200&type=ring&who=group" for page in PAGES}
BROUGHT = "own.1=name.A%20ring%20from%20the%20market~kind.ring~price.70~metal.silver~by_hand.saw,solder~days_max.4"
PLAIN_PAGES = {
    "home": "/",
    "start": "/decide/",
    "error": "/decide/budget/?budget=lots",
    "check": "/decide/check/?budget=60&must=back&back=yes&top=uniqueness,custom&t.price.craft=a2&who=group&quantity=6",
    "card": "/decide/t.price.uniqueness/?budget=150&top=uniqueness,price&type=ring&who=friend",
    "card without an answer": "/decide/t.price.lead/?budget=150&go=on&type=ring",
    "duel": "/decide/d.arc-ring.tide-ring/?budget=150&top=uniqueness,craft,price&type=ring&who=friend",
    "no more cards": "/decide/card/?budget=20&type=ring",
    "trial": "/decide/verdict/?budget=90&top=uniqueness,craft,price&type=ring&was=budget%3D300%26type%3Dring",
    "ask the wearer": "/decide/wearer/?type=ring&who=partner",
    "bring": "/bring/",
    "brought pieces": f"/bring/?{BROUGHT}&own.2=kind.ring~price.900&top=price&type=ring&budget=90",
    "facts": f"/bring/1/?{BROUGHT}&words=gold,handmade,hypoallergenic&currency=USD",
    "bad facts": "/bring/1/?f-kind=tiara&go=on",
    "verdict with a brought piece": f"/decide/verdict/?{BROUGHT}&top=price,lead,craft&type=ring",
    "compare with a brought piece": "/compare/?piece=own.1&piece=arc-ring&answers=" + quote(f"{BROUGHT}&top=price"),
    "brief for a jeweller": "/decide/commission/?budget=60&must=proof&proof=lab&top=custom,craft&type=ring&who=partner",
    "brief without a kind": "/decide/commission/",
    "sizer": "/for/sizer/",
    "pieces": "/pieces/",
    "narrowed pieces": "/pieces/?kind=ring&way=handcrafted",
    "searched pieces": "/pieces/?q=silver&sort=price",
    "no such pieces": "/pieces/?kind=cufflinks&metal=gold&q=filigre&ready=3",
    "pieces by fit": "/pieces/?answers=budget%3D300%26top%3Duniqueness,craft%26type%3Dring&kind=ring&sort=fit",
    "piece": "/pieces/tide-ring/",
    "undisclosed piece": "/pieces/herbarium-necklace/",
    "series piece": "/pieces/rhine-curb-bracelet/",
    "something wrong": "/pieces/tide-ring/wrong/",
    "thanks": "/pieces/tide-ring/wrong/thank-you/",
    "compare": "/compare/?piece=tide-ring&piece=arc-ring&piece=herbarium-necklace&piece=arrecada-earrings",
    "differences": "/compare/?piece=tide-ring&piece=arc-ring&only=differences",
    "choose": "/compare/?piece=tide-ring&piece=no-such-piece",
    "empty shortlist": "/shortlist/",
    "outcome": "/decide/verdict/outcome/?budget=300&type=ring",
    "thanks for an outcome": "/decide/verdict/thanks/?budget=300&type=ring",
    "deleted verdict": "/v/deleted/",
    "makers": "/makers/",
    "maker": "/makers/ilda-sarmeira/",
    "guide": "/guide/",
    "glossary": "/guide/glossary/",
    "techniques": "/guide/techniques/",
    "technique": "/guide/techniques/filigree/",
    "technique of no piece": "/guide/techniques/mokume-gane/",
    "names": "/guide/names/",
    "method": "/method/",
    "about": "/about/",
    "privacy": "/privacy/",
    "open data": "/data/",
    "sign in": "/account/login/",
    "forgotten password": "/account/password/reset/",
}
REFUSED = {
    "not found": "/pieces/no-such-piece/",
    "no saved verdict": "/v/no-such-verdict/",
    "ended link": "/for/no-such-link/",
    "too long": f"/decide/?who={'x' * 4000}",
}
OWN_PAGES = PLAIN_PAGES | QUESTIONS | {f"verdict {state}": address for state, address in VERDICTS.items()}
FRENCH = {f"{name} in French": f"/fr{address}" for name, address in (OWN_PAGES | REFUSED).items()}
STATUSES = {
    f"{prefix}{address}": 400 if name == "too long" else 404
    for name, address in REFUSED.items()
    for prefix in ("", "/fr")
}


def go(page: Page, address: str) -> None:
    """Open the address; it must answer as such a page does."""
    response = page.goto(address)
    assert response is not None
    assert response.status == STATUSES.get(address, 200)


def go_and_unfold(page: Page, address: str) -> None:
    """The same with everything open that could be hidden."""
    go(page, address)
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.name = ''; one.open = true; })")
