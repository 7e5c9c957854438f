"""Complaints: what people are dissatisfied with, received, numbered, acknowledged, and given to an owner.

Vocabulary: complaint, dispute, technical issue, grievance; follow-up unit; owner; channel (stated by the policy or,
where it is silent, an ordinary one, labelled so).
"""
