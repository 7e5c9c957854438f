"""Governance: the association, its policy versions and their approval, its people, channels, tools, calendar, services.

Association (جمعية): the tenant. Policy version (إصدار السياسة): the text as structured data, drafted, approved, in
force, superseded. Finding (ملاحظة): a doubt about the text that only the association may settle. Acknowledgement
(توقيع بالعلم): a seat's signature that it knows the policy. Text of record (النص المعتمد): the association's own file,
kept byte for byte.
"""
