"""Common descriptions of offers that the law knows, and the rules of who may be listed."""

import directory.validators
import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0031_pictures_of_the_first_visit"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="offerpage",
            name="description_edition",
            field=models.PositiveSmallIntegerField(default=0, editable=False),
        ),
        migrations.AlterField(
            model_name="textpage",
            name="role",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Another text"),
                    ("about", "Who is behind the site"),
                    ("privacy", "How we look after people"),
                    ("accessibility", "Accessibility statement"),
                    ("easy_read", "Easy to read"),
                    ("listing", "Who may be listed"),
                    ("history", "How to delete one's tracks"),
                ],
                default="",
                help_text="All pages of the site link to those that have a name here. There can be one of each.",
                max_length=13,
                verbose_name="what the page is",
            ),
        ),
        migrations.CreateModel(
            name="CommonDescription",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        help_text="What the help is called, such as: home support.", max_length=80, verbose_name="name"
                    ),
                ),
                (
                    "words",
                    models.TextField(
                        blank=True,
                        help_text="One a line. The search finds the offers by them.",
                        verbose_name="words people use for it",
                    ),
                ),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: everywhere.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="directory.municipalitypage",
                        verbose_name="only in",
                    ),
                ),
            ],
            options={
                "verbose_name": "common description",
                "verbose_name_plural": "common descriptions",
                "ordering": ["name", "pk"],
            },
        ),
        migrations.AddField(
            model_name="offerpage",
            name="common_description",
            field=models.ForeignKey(
                blank=True,
                help_text="For help that the law knows. Citizens see it when somebody has checked it; write here only your own.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="offers",
                to="directory.commondescription",
                verbose_name="common description",
            ),
        ),
        migrations.CreateModel(
            name="DescriptionEdition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                ("lines", models.JSONField(default=list, verbose_name="lines")),
                ("made_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="made on")),
                ("checked_on", models.DateField(blank=True, null=True, verbose_name="checked on")),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="checked by",
                    ),
                ),
                (
                    "description",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="editions",
                        to="directory.commondescription",
                    ),
                ),
            ],
            options={
                "verbose_name": "edition of a description",
                "verbose_name_plural": "editions of descriptions",
                "ordering": ["description", "number"],
            },
        ),
        migrations.CreateModel(
            name="DescriptionLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("what", "What it is"),
                            ("decides", "Who decides"),
                            ("right", "What you have a right to"),
                        ],
                        default="right",
                        max_length=7,
                        verbose_name="tells",
                    ),
                ),
                (
                    "text",
                    models.CharField(
                        help_text="One short sentence, to the reader.", max_length=160, verbose_name="words"
                    ),
                ),
                (
                    "url",
                    models.CharField(
                        help_text="Where it is read.",
                        max_length=300,
                        validators=[directory.validators.validate_web_address],
                        verbose_name="address of its paragraph",
                    ),
                ),
                (
                    "read_on",
                    models.DateField(help_text="The day on which somebody read it there.", verbose_name="checked on"),
                ),
                (
                    "valid_to",
                    models.DateField(
                        help_text="After it the line is hidden, until somebody has read the paragraph again.",
                        verbose_name="last day",
                    ),
                ),
                ("sort_order", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "description",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lines",
                        to="directory.commondescription",
                    ),
                ),
            ],
            options={
                "verbose_name": "line of a description",
                "verbose_name_plural": "lines of descriptions",
                "ordering": ["sort_order", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ListingRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveSmallIntegerField(verbose_name="number")),
                (
                    "text",
                    models.CharField(
                        help_text="In plain words, to whoever wants to be listed.", max_length=240, verbose_name="rule"
                    ),
                ),
                ("text_en", models.CharField(blank=True, max_length=240, verbose_name="rule in English")),
                (
                    "municipality",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty: everywhere.",
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="directory.municipalitypage",
                        verbose_name="only in",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule of who may be listed",
                "verbose_name_plural": "rules of who may be listed",
                "ordering": ["number", "pk"],
            },
        ),
        migrations.AddField(
            model_name="offerpage",
            name="listing_rule",
            field=models.ForeignKey(
                blank=True,
                help_text="The rule of who may be listed that let the offer in.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="offers",
                to="directory.listingrule",
                verbose_name="listed by the rule",
            ),
        ),
        migrations.AddConstraint(
            model_name="commondescription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("municipality", None)), fields=("name",), name="one_common_description_of_this_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="commondescription",
            constraint=models.UniqueConstraint(
                fields=("name", "municipality"), name="one_description_of_this_name_in_a_municipality"
            ),
        ),
        migrations.AddConstraint(
            model_name="descriptionedition",
            constraint=models.UniqueConstraint(fields=("description", "number"), name="one_edition_of_a_number"),
        ),
        migrations.AddConstraint(
            model_name="listingrule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("municipality", None)), fields=("number",), name="one_common_rule_of_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="listingrule",
            constraint=models.UniqueConstraint(
                fields=("number", "municipality"), name="one_rule_of_a_number_in_a_municipality"
            ),
        ),
    ]
