"""Gathering: claims that speak of one fact, and what answers them."""
