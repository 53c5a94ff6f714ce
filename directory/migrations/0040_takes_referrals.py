"""Whether an offer takes hand-overs through the site."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0036_organisation_imported"),
    ]

    operations = [
        migrations.AddField(
            model_name="offerpage",
            name="takes_referrals",
            field=models.BooleanField(
                default=False,
                help_text="Professionals who are signed in can then hand a citizen's wish over by a form. The place answers by a link in a mail to the address above. Ask the place first. The form is there while the listing was confirmed within 90 days.",
                verbose_name="takes hand-overs through this site",
            ),
        ),
    ]
