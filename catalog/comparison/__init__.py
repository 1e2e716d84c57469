"""Two to four pieces side by side: which ones an address names, the rows they are compared by, and what is marked."""
