"""Stands before TextBlob on the path of commands that are run without it."""

raise ImportError("absent")
