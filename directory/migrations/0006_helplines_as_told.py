"""Takes back what an older version said of every helpline that it loaded: that one need not say one's name, and is asked
for a civil registration number. Lines that somebody has checked since are left as they are."""

from django.db import migrations


def take_back(apps, schema_editor):
    """Unknown is what is true of lines that nobody has dialled."""
    lines = apps.get_model("directory", "Helpline").objects
    lines.filter(verified_on=None, anonymous="yes", asks_for_cpr="yes").update(
        anonymous="unknown", asks_for_cpr="unknown"
    )


class Migration(migrations.Migration):
    dependencies = [("directory", "0005_landing_texts")]

    operations = [migrations.RunPython(take_back, migrations.RunPython.noop)]
