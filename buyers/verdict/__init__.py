"""A result as its readers get it: the verdict page in sentences and pictures, and `verdict.json`."""
