"""The vocabulary decisions are written in: pure, without input or output, imported by every `domain/` room."""
