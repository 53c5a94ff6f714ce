"""Each offer gets a stamp, by which processes know whether what they keep of it is still so."""

from secrets import randbits

import django.db.models.deletion
from django.db import migrations, models


def stamp_all(apps, schema_editor) -> None:
    """Give a stamp to each offer that stands."""
    stamps, offers = apps.get_model("directory", "OfferStamp"), apps.get_model("directory", "OfferPage")
    rows = (stamps(offer_id=key, stamp=randbits(62)) for key in offers.objects.values_list("pk", flat=True))
    stamps.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("directory", "0016_generation")]

    operations = [
        migrations.CreateModel(
            name="OfferStamp",
            fields=[
                (
                    "offer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="directory.offerpage",
                    ),
                ),
                ("stamp", models.BigIntegerField()),
            ],
            options={"verbose_name": "stamp of an offer"},
        ),
        migrations.RunPython(stamp_all, migrations.RunPython.noop),
    ]
