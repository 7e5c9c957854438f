"""Surveys: what people think of the service, asked at the stages of their case and in campaigns, never to punish.

Vocabulary: campaign, method (stated by the policy or an ordinary one, labelled so); invitation; stage; declining, which
counts as an answer.
"""
