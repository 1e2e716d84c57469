"""Invented shoppers choose among invented pieces, and the product's own rule tries to tell what suits them.

The world is that of the prototype (decision-model.md 5.1), drawn number for number in its order, so that the same seeds
give the same catalogs, shoppers and tastes. It is deliberately not the model: values are curved, answers are noisy.
"""
