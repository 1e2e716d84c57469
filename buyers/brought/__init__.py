"""Pieces that a shopper brings along, and what sellers told about others: private, in the shopper's own address."""
