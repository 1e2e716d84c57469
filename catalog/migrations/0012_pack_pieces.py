import django.db.models.deletion
from django.db import migrations, models

BATCH = 5_000


def leave_room(apps, schema_editor):
    """Rows of no version: whoever reads them first has all of them written anew."""
    keys = list(apps.get_model("catalog", "Piece").objects.values_list("pk", flat=True))
    packed = apps.get_model("catalog", "PackedPiece")
    packed.objects.bulk_create([packed(piece_id=key, data=b"", revision=0) for key in keys], BATCH)


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0011_imports'),
    ]

    operations = [
        migrations.CreateModel(
            name='PackedPiece',
            fields=[
                ('piece', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='packed', serialize=False, to='catalog.piece')),
                ('data', models.BinaryField()),
                ('revision', models.PositiveBigIntegerField(db_index=True)),
            ],
            options={
                'verbose_name': 'packed piece',
                'verbose_name_plural': 'packed pieces',
            },
        ),
        migrations.RunPython(leave_room, migrations.RunPython.noop),
    ]
