"""Changes so many pieces, as another process of the site would: `python -m bench.changing COUNT`."""

import sys

import django
from django.utils import timezone

if __name__ == "__main__":
    django.setup()
    from catalog.assessment import assess
    from catalog.models import Piece

    assess(Piece.objects.order_by("pk")[: int(sys.argv[1])], timezone.localdate())
