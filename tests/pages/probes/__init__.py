"""What is measured of a page. Each probe says what is wrong in lines of text; nothing said is nothing found."""
