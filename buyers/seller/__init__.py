"""The one question to ask a seller: the fact nobody told whose answer would most change this choice."""
