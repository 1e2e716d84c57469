"""All that the site holds, database and photos, as one file, made while the site is in use."""
