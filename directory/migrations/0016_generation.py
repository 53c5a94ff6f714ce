"""The version of the words becomes the generation of all that is kept."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("directory", "0015_whose_places_and_rights")]

    operations = [
        migrations.RenameModel("VocabularyVersion", "Generation"),
        migrations.RenameField("Generation", "number", "stamp"),
        migrations.AlterField("Generation", "stamp", models.BigIntegerField(default=0)),
        migrations.AlterModelOptions("Generation", {"verbose_name": "generation of what is kept"}),
    ]
