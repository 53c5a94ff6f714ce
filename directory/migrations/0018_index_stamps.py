import directory.models.index_stamp
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0017_offer_stamp"),
    ]

    operations = [
        migrations.CreateModel(
            name="IndexStamp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("index", models.CharField(max_length=40, verbose_name="index")),
                (
                    "stamp",
                    models.CharField(
                        default=directory.models.index_stamp._new_stamp,
                        max_length=32,
                        unique=True,
                        verbose_name="stamp",
                    ),
                ),
                ("written", models.DateTimeField(auto_now_add=True, verbose_name="written")),
            ],
            options={
                "verbose_name": "stamp of an index",
                "verbose_name_plural": "stamps of indexes",
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["index"], name="directory_i_index_1f6b13_idx")],
            },
        ),
    ]
