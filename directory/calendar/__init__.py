"""Times in the visitor's own calendar: a meeting, a course, an offer's hours, or any search as a calendar to subscribe to."""
