"""notifications: tells people what concerns them, by the means they agreed, and keeps the proof.

A *notification* has one cause, one recipient and a plan of *ways* (agreed channel first, then what the association's
policy permits). Machines send e-mail, text messages and to the inbox of the portal; letters, calls, faxes and visits
are tasks for staff, done when recorded with proof. What a message says is neutral: a number and dates, never the field
the association works in.
"""
