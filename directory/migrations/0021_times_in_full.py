"""Seasons, holidays, other hours on single days, series of meetings by a rule."""

from django.db import migrations, models


def move_seasons(apps, schema_editor):
    """What stood with the kind stands with the offer."""
    for activity in apps.get_model("directory", "HealthForestActivityPage").objects.exclude(season_of_kind=""):
        apps.get_model("directory", "OfferPage").objects.filter(pk=activity.pk).update(season=activity.season_of_kind)


def move_back(apps, schema_editor):
    """The words of the one kind that told them."""
    activities = apps.get_model("directory", "HealthForestActivityPage").objects
    for activity in activities.exclude(season=""):
        activities.filter(pk=activity.pk).update(season_of_kind=activity.season)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0020_mail_record"),
    ]

    operations = [
        # What one kind told in words is told by all of them; the words move, none is lost.
        migrations.RenameField("healthforestactivitypage", "season", "season_of_kind"),
        migrations.AddField(
            model_name="closure",
            name="closes",
            field=models.TimeField(blank=True, null=True, verbose_name="to"),
        ),
        migrations.AddField(
            model_name="closure",
            name="opens",
            field=models.TimeField(blank=True, help_text="Empty when it is closed.", null=True, verbose_name="from"),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="holiday_closes",
            field=models.TimeField(blank=True, null=True, verbose_name="on holidays to"),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="holiday_opens",
            field=models.TimeField(blank=True, null=True, verbose_name="on holidays from"),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="on_holidays",
            field=models.CharField(
                choices=[
                    ("unknown", "We do not know yet"),
                    ("closed", "Closed on public holidays"),
                    ("usual", "Open as on other days"),
                    ("other", "Other hours on public holidays"),
                ],
                default="unknown",
                max_length=8,
                verbose_name="public holidays, 24 and 31 December",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="season",
            field=models.CharField(
                blank=True,
                help_text="In words. Hours are said to be open for sure only where they have months or dates of their own.",
                max_length=120,
                verbose_name="season",
            ),
        ),
        migrations.AddField(
            model_name="openinghours",
            name="first_month",
            field=models.PositiveSmallIntegerField(
                blank=True,
                choices=[
                    (1, "January"),
                    (2, "February"),
                    (3, "March"),
                    (4, "April"),
                    (5, "May"),
                    (6, "June"),
                    (7, "July"),
                    (8, "August"),
                    (9, "September"),
                    (10, "October"),
                    (11, "November"),
                    (12, "December"),
                ],
                null=True,
                verbose_name="from month",
            ),
        ),
        migrations.AddField(
            model_name="openinghours",
            name="last_month",
            field=models.PositiveSmallIntegerField(
                blank=True,
                choices=[
                    (1, "January"),
                    (2, "February"),
                    (3, "March"),
                    (4, "April"),
                    (5, "May"),
                    (6, "June"),
                    (7, "July"),
                    (8, "August"),
                    (9, "September"),
                    (10, "October"),
                    (11, "November"),
                    (12, "December"),
                ],
                help_text="Only where it is for a part of each year; the last month is included.",
                null=True,
                verbose_name="to month",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="instead_of",
            field=models.DateField(
                blank=True,
                help_text="Where a meeting is moved, or one of a series cancelled: the day on which it would have been.",
                null=True,
                verbose_name="instead of the meeting on",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="rule",
            field=models.CharField(
                blank=True,
                help_text="Such as FREQ=WEEKLY;INTERVAL=2;BYDAY=TH for every second Thursday. Empty for a single meeting.",
                max_length=160,
                verbose_name="repeats",
            ),
        ),
        migrations.AlterField(
            model_name="openinghours",
            name="rhythm",
            field=models.CharField(
                choices=[
                    ("weekly", "every week"),
                    ("2weeks", "every second week from the first day"),
                    ("even", "even weeks"),
                    ("odd", "odd weeks"),
                    ("1", "the first in the month"),
                    ("2", "the second in the month"),
                    ("3", "the third in the month"),
                    ("4", "the fourth in the month"),
                    ("-1", "the last in the month"),
                    ("told", "some weeks, see the note"),
                ],
                default="weekly",
                max_length=8,
                verbose_name="which weeks",
            ),
        ),
        migrations.RunPython(move_seasons, move_back),
        migrations.RemoveField("healthforestactivitypage", "season_of_kind"),
    ]
