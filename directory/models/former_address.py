"""The addresses that needs and target groups had before: links on paper and in letters go on leading to them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class FormerAddress(models.Model):
    """One such address, and the term that had it."""

    #: The name of the term's model.
    taxonomy = models.CharField(max_length=40)
    slug = models.SlugField(_("address"), max_length=60)
    term = models.PositiveBigIntegerField()

    class Meta:
        ordering = ["taxonomy", "slug"]
        constraints = [models.UniqueConstraint(fields=["taxonomy", "slug"], name="one_term_had_an_address_last")]
        verbose_name = _("former address")
        verbose_name_plural = _("former addresses")

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def keep(cls, term: models.Model, slug: str) -> None:
        """Remember that the term was to be found there."""
        cls.objects.update_or_create(taxonomy=term._meta.model_name, slug=slug, defaults={"term": term.pk})

    @classmethod
    def now(cls, model: type[models.Model], slugs: list[str]) -> dict[str, str]:
        """The present address of each term of the model that once had one of these; those that nobody had are left out."""
        rows = cls.objects.filter(taxonomy=model._meta.model_name, slug__in=slugs)
        terms = dict(rows.values_list("slug", "term"))
        present = dict(model._default_manager.filter(pk__in=terms.values()).values_list("pk", "slug"))
        return {slug: present[term] for slug, term in terms.items() if term in present}
