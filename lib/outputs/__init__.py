"""What leaves the screen: every file carries its title, source, date and edition."""
