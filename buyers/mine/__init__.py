"""What the site holds under the number in a browser's cookie: to be seen, taken along and deleted by whoever has it."""
