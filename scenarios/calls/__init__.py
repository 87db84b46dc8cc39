"""The call of a programme, a YAML document: who may apply, what is judged, how it is decided."""
