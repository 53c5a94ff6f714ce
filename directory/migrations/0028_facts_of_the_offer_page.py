"""Offers tell who else comes, whether one introduces oneself, how people are together, who decides and what one can help with.

Beside these how far company goes, where outreach stops, and bath and laundry, which only drop-in centres could tell before.
"""

from django.db import migrations, models


def copy_answers(apps, schema_editor):
    """Keep what drop-in centres have told of bath and laundry."""
    centres, offers = (apps.get_model("directory", name).objects for name in ("DropInCentrePage", "OfferPage"))
    for told in ("yes", "no"):
        keys = list(centres.filter(kinds_shower_laundry=told).values_list("pk", flat=True))
        offers.filter(pk__in=keys).update(shower_laundry=told)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0027_pages_kept_whole"),
    ]

    operations = [
        # A column of the kind cannot bear the name of one of all offers: it steps aside until its answers are copied.
        migrations.RenameField("dropincentrepage", "shower_laundry", "kinds_shower_laundry"),
        migrations.AddField(
            model_name="offerpage",
            name="can_help",
            field=models.CharField(
                choices=[("unknown", "We do not know yet"), ("yes", "Yes"), ("no", "No")],
                default="unknown",
                max_length=12,
                verbose_name="those who come can help out",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="companion_from",
            field=models.CharField(
                blank=True,
                help_text="Such as: from your own door, on foot or by bus.",
                max_length=120,
                verbose_name="from where they go with you, and how",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="companion_time",
            field=models.CharField(
                blank=True,
                help_text="Such as: the first three times.",
                max_length=120,
                verbose_name="for how long they go with you",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="companion_to_doctor",
            field=models.CharField(
                choices=[("unknown", "We do not know yet"), ("yes", "Yes"), ("no", "No")],
                default="unknown",
                max_length=12,
                verbose_name="someone to go with to doctor and hospital",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="ground_rules",
            field=models.TextField(
                blank=True,
                help_text="In groups: the ways that are practised. At most seven lines of at most 100 characters.",
                verbose_name="how people are together here",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="must_introduce",
            field=models.CharField(
                choices=[("unknown", "We do not know yet"), ("no", "No"), ("little", "A little"), ("yes", "Yes")],
                default="unknown",
                max_length=12,
                verbose_name="you have to introduce yourself",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="outreach_area",
            field=models.CharField(
                blank=True,
                help_text="Such as: the whole town, and care homes.",
                max_length=200,
                verbose_name="where they come out to",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="outreach_stops",
            field=models.TextField(
                blank=True, help_text="One stop a line: where, weekday and hour.", verbose_name="stops on the way"
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="practise",
            field=models.CharField(
                blank=True,
                help_text="Such as: to cook for many. It can lead to a job with support.",
                max_length=200,
                verbose_name="what one can practise, and where it may lead",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="shared_meals",
            field=models.CharField(
                choices=[("unknown", "We do not know yet"), ("yes", "Yes"), ("no", "No")],
                default="unknown",
                max_length=12,
                verbose_name="one can eat together with others",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="shower_laundry",
            field=models.CharField(
                choices=[("unknown", "We do not know yet"), ("yes", "Yes"), ("no", "No")],
                default="unknown",
                max_length=12,
                verbose_name="bath and laundry",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="tasks",
            field=models.CharField(blank=True, max_length=200, verbose_name="what one can help with"),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="who_comes",
            field=models.CharField(
                blank=True,
                help_text="Such as: mostly people from 30 to 60, as many women as men.",
                max_length=200,
                verbose_name="who else comes",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="who_decides",
            field=models.CharField(
                choices=[
                    ("unknown", "We do not know yet"),
                    ("citizens", "Those who come"),
                    ("together", "Those who come and the staff together"),
                    ("staff", "The staff"),
                ],
                default="unknown",
                max_length=12,
                verbose_name="who decides what is done",
            ),
        ),
        migrations.RunPython(copy_answers, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField("dropincentrepage", "kinds_shower_laundry"),
    ]
