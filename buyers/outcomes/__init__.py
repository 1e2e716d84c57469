"""What came of verdicts: what people guessed, were told and took, and whether it was right. It moves no verdict."""
