"""Backup and restore: database, uploads and secret key of one moment in one file that is checked before it is used."""
