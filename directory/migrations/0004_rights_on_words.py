"""The groups that Wagtail makes may keep the words, the places and the helplines; what a place's own editors are given stays theirs alone."""

from django.contrib.auth.management import create_permissions
from django.db import migrations

SHARED = (
    "place",
    "need",
    "targetgroup",
    "language",
    "startcard",
    "synonymgroup",
    "kindwords",
    "crisiswords",
    "wordlist",
    "readingrule",
    "helpline",
)


def give(apps, schema_editor):
    """Rights on the rows that offers share, for Moderators and Editors where those groups exist."""
    # Permissions are made after all migrations; these are needed now.
    config = apps.get_app_config("directory")
    config.models_module = True
    create_permissions(config, apps=apps, verbosity=0)
    config.models_module = None
    permission = apps.get_model("auth", "Permission")
    rights = permission.objects.filter(content_type__app_label="directory", content_type__model__in=SHARED)
    seen = permission.objects.filter(
        content_type__app_label="directory", codename__in=("view_searchterm", "view_searchcount")
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=("Moderators", "Editors")):
        group.permissions.add(*rights, *seen)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0003_front_page_name"),
        ("wagtailcore", "0002_initial_data"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
