"""What a browser shows: a page to read reports on."""
