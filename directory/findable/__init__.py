"""What search engines and browsers ask for before a page: robots.txt, a map of the site, OpenSearch, an icon."""
