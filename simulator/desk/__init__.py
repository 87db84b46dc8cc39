"""Desks, where ratings are given: who may rate what there, who does, and what counts; the same for drills and merit."""
