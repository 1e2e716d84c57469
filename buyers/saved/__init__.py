"""Verdicts that a shopper saved: what they showed then, without what is nobody else's business, behind a link."""
