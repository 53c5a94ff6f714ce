"""The visitor's list, on a screen and on paper."""

from django.shortcuts import render

from directory.filters.shortlist import Shortlist
from directory.presenting.quiet import hush
from directory.presenting.shortlist import page_context, print_context


def shortlist(request, keys=""):
    """The offers of the list that the address tells."""
    return hush(render(request, "directory/shortlist.html", page_context(request, Shortlist.read(keys))))


def shortlist_print(request, keys):
    """The same for an A4 printer. A single offer is printed as a list of one."""
    return hush(render(request, "directory/print.html", print_context(request, Shortlist.read(keys))))
