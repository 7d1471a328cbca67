"""Tests of the layout of documents."""
