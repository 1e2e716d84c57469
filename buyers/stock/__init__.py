"""The published pieces as arrays: the decision matrix, its filters as masks, and the pieces that can come first."""
