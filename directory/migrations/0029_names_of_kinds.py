"""A municipality names the kinds of its offers in its own words, where the common name says what is not there."""

import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0028_facts_of_the_offer_page"),
    ]

    operations = [
        migrations.CreateModel(
            name="KindName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("drop_in_centre", "drop-in centre"),
                            ("group_course", "group course"),
                            ("health_forest_activity", "health forest activity"),
                            ("peer_offer", "peer offer"),
                            ("association", "volunteer association"),
                            ("guidance", "advice or health offer"),
                        ],
                        max_length=40,
                        verbose_name="kind of offer",
                    ),
                ),
                (
                    "one",
                    models.CharField(
                        help_text="In small letters, such as: walk in nature.",
                        max_length=60,
                        verbose_name="what one is called",
                    ),
                ),
                (
                    "several",
                    models.CharField(
                        help_text="Such as: walks in nature.", max_length=60, verbose_name="what several are called"
                    ),
                ),
                (
                    "municipality",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="kind_names",
                        to="directory.municipalitypage",
                    ),
                ),
            ],
            options={
                "verbose_name": "name of a kind",
                "ordering": ["pk"],
                "constraints": [models.UniqueConstraint(fields=("municipality", "kind"), name="one_name_of_a_kind")],
            },
        ),
    ]
