"""Help lines get a page of their own to lead people to, and their words in English; offers say whether they help with a screen.

Where editors had checked a line, what they wrote as the owner's page is the line's own.
"""

from django.db import migrations, models

#: Pages that shipped as sources: they tell of lines, and are not theirs.
_READ_ELSEWHERE = (
    "https://childhelplineinternational.org/",
    "https://www.bt.dk/",
    "https://www.psykiatri-regionh.dk/",
    "https://www.psykiatrienisyddanmark.dk/",
)


def copy_pages(apps, schema_editor):
    """Lead people on to where editors wrote that the owner is."""
    lines = apps.get_model("directory", "Helpline").objects
    lines.exclude(verified_on=None).exclude(source_url__in=_READ_ELSEWHERE).update(own_url=models.F("source_url"))


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0023_repeats_until"),
    ]

    operations = [
        migrations.AddField(
            model_name="helpline",
            name="about_en",
            field=models.CharField(blank=True, max_length=200, verbose_name="the same in English"),
        ),
        migrations.AddField(
            model_name="helpline",
            name="own_url",
            field=models.CharField(
                blank=True,
                help_text="Where people are led who want to read first.",
                max_length=300,
                verbose_name="the line's own page",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="screen_help",
            field=models.CharField(
                choices=[("unknown", "We do not know yet"), ("yes", "Yes"), ("no", "No")],
                default="unknown",
                max_length=12,
                verbose_name="help with screen, print and telephone, free of charge",
            ),
        ),
        migrations.AlterField(
            model_name="helpline",
            name="about",
            field=models.CharField(
                blank=True,
                help_text="Hours, names and registration numbers have fields of their own: what stands there is not said here too.",
                max_length=200,
                verbose_name="what one can call about",
            ),
        ),
        migrations.AlterField(
            model_name="helpline",
            name="source_url",
            field=models.CharField(
                blank=True,
                help_text="For editors. Nobody is led there.",
                max_length=300,
                verbose_name="where we read it",
            ),
        ),
        migrations.AlterField(
            model_name="helpline",
            name="topics",
            field=models.CharField(
                help_text="On Hjælp nu the line stands under the one that was ticked first.",
                max_length=60,
                verbose_name="topics",
            ),
        ),
        migrations.RunPython(copy_pages, migrations.RunPython.noop),
    ]
