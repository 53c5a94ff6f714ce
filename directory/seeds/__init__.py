"""What every site begins with, real or demonstration: words, terms, help lines, start cards, the page tree, text pages.

`loading.load()` may run again at any time, and does at every upgrade. What an editor changed or deleted stays so.
"""
