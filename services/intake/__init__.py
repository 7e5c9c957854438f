"""intake: beneficiaries and what they ask for, from the door of the association to the delivered service.

Words: a *beneficiary* is a person, household or organisation that is served; a *reception* is one visit, an *inquiry*
one question; a *support request* is opened, matched against evidence, signed for, completed, referred, answered and
delivered. The *response window* says from when, or until when, the reply may go out.
"""
