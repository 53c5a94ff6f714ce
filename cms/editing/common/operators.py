"""What is for those alone who run the site."""

from django.contrib.auth.mixins import UserPassesTestMixin


class OfOperators(UserPassesTestMixin):
    """A page for those who run the site, and for nobody else."""

    def test_func(self) -> bool:
        return self.request.user.is_superuser
