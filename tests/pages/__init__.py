"""Every page that visitors see, as the production server serves it with the demonstration content."""
