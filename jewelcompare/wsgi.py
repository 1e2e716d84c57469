import os

from django.core.wsgi import get_wsgi_application

from jewelcompare.guard import refuse_extended_content_type

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "jewelcompare.settings")

application = refuse_extended_content_type(get_wsgi_application())
