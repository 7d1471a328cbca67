"""Builds the lexicon's data file from the YAML that people edit. For development only: the package never
imports this.
"""
