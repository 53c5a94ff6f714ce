"""The visitor's list, on a screen and on paper."""

from django.shortcuts import render

from directory.privacy_headers import hush
from directory.shortlist.compare import compare_page
from directory.shortlist.page import shortlist_page, shortlist_print_page
from directory.shortlist.week_board import week_board_page
from directory.sites.shortlist import Shortlist


def shortlist(request, keys=""):
    """The offers of the list that the address tells."""
    return hush(render(request, "directory/shortlist/page.html", shortlist_page(request, Shortlist.read(keys))))


def shortlist_print(request, keys):
    """The same for an A4 printer. A single offer is printed as a list of one."""
    return hush(render(request, "directory/shortlist/print.html", shortlist_print_page(request, Shortlist.read(keys))))


def shortlist_compare(request, keys):
    """Up to four of its offers side by side."""
    return hush(render(request, "directory/shortlist/compare.html", compare_page(request, Shortlist.read(keys))))


def shortlist_week(request, keys):
    """Its times as a board of the week."""
    return hush(render(request, "directory/shortlist/week.html", week_board_page(request, Shortlist.read(keys))))
