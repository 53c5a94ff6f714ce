"""Gives places to the municipality whose offers stand in them, and takes the rights on everything from Wagtail's own groups
where nobody has been given them."""

from django.db import migrations

#: The path of a branch below root and portal: three steps of four characters.
BRANCH = 12


def give_places(apps, schema_editor):
    """A place belongs to the municipality of its offers; one that several share, or that has none, stays the whole's."""
    branches = dict(apps.get_model("directory", "MunicipalityPage").objects.values_list("path", "pk"))
    held = {}
    offers = apps.get_model("directory", "OfferPage").objects.exclude(place=None)
    for place, path in offers.values_list("place", "path"):
        held.setdefault(place, set()).add(branches.get(path[:BRANCH]))
    places = apps.get_model("directory", "Place").objects
    for place, keepers in held.items():
        if len(keepers) == 1:
            places.filter(pk=place, municipality=None).update(municipality=keepers.pop())


def take_rights(apps, schema_editor):
    """Where there is no account yet, nobody loses what is taken from the groups that may change everything.

    In an installation that is in use they keep what they have; the check `vejviser.W005` says so.
    """
    if apps.get_model("auth", "User").objects.exists():
        return
    groups = apps.get_model("auth", "Group").objects.filter(name__in=("Moderators", "Editors"))
    for model in ("GroupPagePermission", "GroupCollectionPermission", "GroupSitePermission"):
        apps.get_model("wagtailcore", model).objects.filter(group__in=groups).delete()
    for group in groups:
        group.permissions.clear()


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0014_a_municipalitys_own"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.RunPython(give_places, migrations.RunPython.noop),
        migrations.RunPython(take_rights, migrations.RunPython.noop),
    ]
