"""Languages that mark functions with particles and put the predicate last (Japanese)."""

from __future__ import annotations

from reportedly.extract.particles.drafting import ParticleDrafter
from reportedly.extract.particles.linking import analyse
from reportedly.extract.particles.reading import ParticleReader
from reportedly.extract.particles.sources import ParticleAttributor

__all__ = ["ParticleAttributor", "ParticleDrafter", "ParticleReader", "analyse"]
