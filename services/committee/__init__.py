"""committee: the reviewing body studies what was referred to it and decides, with reasons.

A *review* is one referral of one request. A research committee places it on the agenda of a *session*, votes and keeps
*minutes*; a competent administrative unit decides on its own. Whoever handled the request or declared a conflict of
interest neither votes nor decides. Nothing here is ever decided by the system.
"""
