"""Measuring this machine: a drill made for it, a crowd of light clients, and what they see of a real server."""
