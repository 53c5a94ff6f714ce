"""The kind of what takes place in nature is no longer called after the health forest of one municipality."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0032_common_descriptions_and_rules"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="healthforestactivitypage",
            options={"verbose_name": "activity in nature", "verbose_name_plural": "activities in nature"},
        ),
        migrations.AlterField(
            model_name="kindname",
            name="kind",
            field=models.CharField(
                choices=[
                    ("drop_in_centre", "drop-in centre"),
                    ("group_course", "group course"),
                    ("health_forest_activity", "activity in nature"),
                    ("peer_offer", "peer offer"),
                    ("association", "volunteer association"),
                    ("guidance", "advice or health offer"),
                ],
                max_length=40,
                verbose_name="kind of offer",
            ),
        ),
    ]
