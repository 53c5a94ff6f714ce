"""How staff sign in: one page for everybody who works here, in front of Wagtail's admin too. Visitors never meet it."""
