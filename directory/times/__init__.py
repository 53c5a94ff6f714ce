"""When something is open: hours, closed days and meetings as values. Knows no model; the models make the values.

Times are wall-clock times without a zone: "open 10 to 15" means that on every day, also when the clock changes.
"""
