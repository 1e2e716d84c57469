"""The wearer helps: by a link they say their sizes, metal, skin and taste, and learn nothing of who asked, or why."""
