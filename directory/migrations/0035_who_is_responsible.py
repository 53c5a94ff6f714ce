"""Who is responsible for an offer and who does the work, on which days; authorities with their names and recipients."""

import directory.validators
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0034_merged_offers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Authority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "slug",
                    models.SlugField(
                        help_text="Files between installations know it by this.",
                        max_length=80,
                        unique=True,
                        verbose_name="lasting name",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("municipality", "A municipality"),
                            ("region", "A region"),
                            ("state", "The state"),
                            ("none", "No public authority"),
                        ],
                        max_length=12,
                        verbose_name="what it is",
                    ),
                ),
            ],
            options={
                "verbose_name": "authority",
                "verbose_name_plural": "authorities",
                "ordering": ["kind", "slug"],
            },
        ),
        migrations.CreateModel(
            name="AuthorityName",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "first_day",
                    models.DateField(
                        blank=True, help_text="Empty: as far back as we know.", null=True, verbose_name="from and with"
                    ),
                ),
                (
                    "last_day",
                    models.DateField(
                        blank=True, help_text="Empty: until further notice.", null=True, verbose_name="until and with"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "source_url",
                    models.CharField(
                        blank=True,
                        help_text="For editors. Nobody is led there.",
                        max_length=300,
                        validators=[directory.validators.validate_web_address],
                        verbose_name="where we read it",
                    ),
                ),
                (
                    "authority",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="names", to="directory.authority"
                    ),
                ),
            ],
            options={
                "verbose_name": "name of an authority",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="OfferAuthority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "first_day",
                    models.DateField(
                        blank=True, help_text="Empty: as far back as we know.", null=True, verbose_name="from and with"
                    ),
                ),
                (
                    "last_day",
                    models.DateField(
                        blank=True, help_text="Empty: until further notice.", null=True, verbose_name="until and with"
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.authority",
                        verbose_name="authority",
                    ),
                ),
                (
                    "offer",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authorities",
                        to="directory.offerpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "who is responsible",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="OfferPerformer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "first_day",
                    models.DateField(
                        blank=True, help_text="Empty: as far back as we know.", null=True, verbose_name="from and with"
                    ),
                ),
                (
                    "last_day",
                    models.DateField(
                        blank=True, help_text="Empty: until further notice.", null=True, verbose_name="until and with"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "offer",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="performers", to="directory.offerpage"
                    ),
                ),
            ],
            options={
                "verbose_name": "who does the work",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="OrganisationAuthority",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "first_day",
                    models.DateField(
                        blank=True, help_text="Empty: as far back as we know.", null=True, verbose_name="from and with"
                    ),
                ),
                (
                    "last_day",
                    models.DateField(
                        blank=True, help_text="Empty: until further notice.", null=True, verbose_name="until and with"
                    ),
                ),
                (
                    "authority",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="directory.authority",
                        verbose_name="authority",
                    ),
                ),
                (
                    "organisation",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authorities",
                        to="directory.organisationpage",
                    ),
                ),
            ],
            options={
                "verbose_name": "who is responsible",
                "ordering": ["pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReferralRecipient",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "first_day",
                    models.DateField(
                        blank=True, help_text="Empty: as far back as we know.", null=True, verbose_name="from and with"
                    ),
                ),
                (
                    "last_day",
                    models.DateField(
                        blank=True, help_text="Empty: until further notice.", null=True, verbose_name="until and with"
                    ),
                ),
                (
                    "purpose",
                    models.CharField(
                        help_text="Such as: prevention, acute nursing.",
                        max_length=120,
                        verbose_name="what the referral is for",
                    ),
                ),
                (
                    "message",
                    models.CharField(
                        blank=True, help_text="Such as: XREF15.", max_length=20, verbose_name="kind of message"
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name of the recipient")),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="The location number, 13 digits.",
                        max_length=13,
                        validators=[
                            django.core.validators.RegexValidator("^\\d{13}$", "A location number has 13 digits.")
                        ],
                        verbose_name="number of the recipient",
                    ),
                ),
                (
                    "source_url",
                    models.CharField(
                        blank=True,
                        help_text="For editors. Nobody is led there.",
                        max_length=300,
                        validators=[directory.validators.validate_web_address],
                        verbose_name="where we read it",
                    ),
                ),
                (
                    "authority",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="recipients", to="directory.authority"
                    ),
                ),
            ],
            options={
                "verbose_name": "recipient of electronic referrals",
                "ordering": ["purpose", "pk"],
            },
        ),
    ]
