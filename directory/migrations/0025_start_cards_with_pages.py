"""Cards of the front pages get lasting addresses, and can be left out by a municipality."""

from django.db import migrations, models

from directory.addresses import danish_slug

#: A common card that spoke of two things at once, and the one of the two that it keeps.
_BOTH, _ONE, _KEPT = "Jeg hører stemmer eller er bange", "Jeg hører stemmer", "stemmehoering"


def name_pages(apps, schema_editor):
    """Make the address of each card from its words."""
    cards = apps.get_model("directory", "StartCard").objects
    for card in cards.filter(slug=""):
        cards.filter(pk=card.pk).update(slug=danish_slug(card.label)[:60].strip("-"))


def part_voices_and_fear(apps, schema_editor):
    """Let the common card about voices and fear be about voices, where nobody has changed it; one about fear ships."""
    cards = apps.get_model("directory", "StartCard").objects
    card = cards.filter(label=_BOTH, municipality=None).first()
    if card is None or cards.filter(label=_ONE, municipality=None).exists():
        return
    if {need.slug for need in card.needs.all()} != {_KEPT, "angst"}:
        return
    card.needs.set(card.needs.filter(slug=_KEPT))
    cards.filter(pk=card.pk).update(label=_ONE, label_en="I hear voices", slug=danish_slug(_ONE))
    records = apps.get_model("directory", "SeedRecord").objects
    if not records.filter(kind="start_card", key=_ONE).exists():
        records.filter(kind="start_card", key=_BOTH).update(key=_ONE)


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0024_helplines_own_pages"),
    ]

    operations = [
        migrations.AddField(
            model_name="startcard",
            name="shown",
            field=models.BooleanField(
                default=True,
                help_text="A municipality's own card with the words of a common one takes its place; without this tick it leaves it out.",
                verbose_name="on the front page",
            ),
        ),
        migrations.AddField(
            model_name="startcard",
            name="slug",
            field=models.SlugField(
                blank=True,
                help_text="Part of the lasting address of its page. Empty: made from the words.",
                max_length=60,
                verbose_name="address",
            ),
        ),
        migrations.RunPython(name_pages, migrations.RunPython.noop),
        migrations.RunPython(part_voices_and_fear, migrations.RunPython.noop),
    ]
