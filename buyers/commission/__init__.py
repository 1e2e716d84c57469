"""A brief that a jeweller can quote from: one printable page of a shopper's own answers, for a piece to be made."""
