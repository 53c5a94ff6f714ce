"""Who does a piece of work now."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0021_times_in_full"),
    ]

    operations = [
        migrations.CreateModel(
            name="Claim",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, unique=True, verbose_name="what")),
                ("until", models.DateTimeField(default=django.utils.timezone.now, verbose_name="taken until")),
            ],
            options={
                "verbose_name": "work that is taken on",
                "verbose_name_plural": "work that is taken on",
                "ordering": ["name"],
            },
        ),
    ]
