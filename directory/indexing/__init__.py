"""From pages to the index: what an entry holds, which changes touch it, and how changes get there."""
