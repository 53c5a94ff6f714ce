"""A refusal of a proposal names the rule of who may be listed that it goes by."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0032_common_descriptions_and_rules"),
        ("reviewing", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="proposal",
            name="rule",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="directory.listingrule",
                verbose_name="refused by the rule",
            ),
        ),
    ]
