"""Lists of offers that staff put together under a name."""

import directory.cpr
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0042_support_workers"),
        ("referrals", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="NamedList",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(max_length=80, validators=[directory.cpr.validate_no_cpr], verbose_name="name"),
                ),
                ("keys", models.JSONField(default=list, verbose_name="offers")),
                ("is_shared", models.BooleanField(default=False, verbose_name="colleagues see it")),
                (
                    "municipality",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="directory.municipalitypage",
                        verbose_name="municipality",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="made by",
                    ),
                ),
            ],
            options={
                "verbose_name": "list of offers",
                "verbose_name_plural": "lists of offers",
                "ordering": ["name", "pk"],
                "default_permissions": (),
            },
        ),
    ]
