"""Offers from a file: read, check, map the words, plan the page, save. Each step is a module of its own."""
