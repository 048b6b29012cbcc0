"""Makes the model of the recognizer of actors: `python -m training DATA`; see docs/actors-model.md."""
