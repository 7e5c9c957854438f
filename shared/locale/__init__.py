"""How people here write dates, numbers and names, and count working days: pure functions, all input as arguments."""
