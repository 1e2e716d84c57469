"""The guide: the two ways, the article's points with pieces for and against each, and the names in the article."""
