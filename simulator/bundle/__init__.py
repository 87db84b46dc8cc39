"""Bundles: a drill or a programme as plain files, made, read, checked and brought back."""
