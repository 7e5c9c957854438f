"""The gateways' own rules: how a history is ordered, how a platform's answers are heard."""
