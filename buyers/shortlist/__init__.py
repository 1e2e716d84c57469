"""What a visitor keeps and compares: in the session, without an account, and in lists that were shared by a link."""
