"""Two sites: `/admin/` for staff, who see everything, and `/workshop/` for makers, who see what is theirs."""

from catalog.admin import accounts, reports, staff, workshop

__all__ = ["accounts", "reports", "staff", "workshop"]
