"""Cards that make a verdict surer: two made-up pieces that differ in two things, or two real ones."""
