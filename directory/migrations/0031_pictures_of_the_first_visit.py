"""Pictures of the steps of a first visit, of the host while the host consents, and of the door of a house; and its rooms."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0030_news_from_outside"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.AddField(
            model_name="firstvisitstep",
            name="picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailimages.image",
                verbose_name="picture",
            ),
        ),
        migrations.AddField(
            model_name="firstvisitstep",
            name="picture_alt",
            field=models.CharField(
                blank=True,
                help_text="For people who do not see it.",
                max_length=200,
                verbose_name="what the picture shows",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="host_picture",
            field=models.ForeignKey(
                blank=True,
                help_text="Only with the host's consent. It is taken away by itself on the day on which the consent ends.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailimages.image",
                verbose_name="picture of the host",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="host_picture_alt",
            field=models.CharField(
                blank=True,
                help_text="For people who do not see it.",
                max_length=200,
                verbose_name="what the host's picture shows",
            ),
        ),
        migrations.AddField(
            model_name="offerpage",
            name="host_picture_until",
            field=models.DateField(blank=True, null=True, verbose_name="the host's consent ends on"),
        ),
        migrations.AddField(
            model_name="place",
            name="entrance_picture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtailimages.image",
                verbose_name="picture of the door",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="entrance_picture_alt",
            field=models.CharField(
                blank=True,
                help_text="For people who do not see it.",
                max_length=200,
                verbose_name="what the picture of the door shows",
            ),
        ),
        migrations.AddField(
            model_name="place",
            name="rooms",
            field=models.TextField(
                blank=True,
                help_text="One room a line: where it is, and what it is for. Such as: Ground floor, left: the café.",
                verbose_name="rooms of the house",
            ),
        ),
    ]
