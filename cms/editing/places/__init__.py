"""Houses and addresses in the admin. They stand in the menu "Words and places"."""
