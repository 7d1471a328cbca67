"""Filling frames from Japanese clauses: what is military, what is listed, what is used, without spaces to part words."""

from __future__ import annotations

from reportedly.extract.clauses import Analysis, Clause
from reportedly.extract.discourse import Speaker
from reportedly.extract.drafts import Draft, Drafter
from reportedly.extract.things import Thing


class ParticleDrafter(Drafter):
    """Drafting for languages that put no space between words."""

    def draft(self, analysis: Analysis, sentence: str, speaker: Speaker | None, company: bool) -> list[Draft]:
        """The drafts of one sentence; a listing that is refused is denied."""
        out = super().draft(analysis, sentence, speaker, company)
        for one in out:
            if one.kind == "designation" and one.modality.stage == "halted":
                one.modality.polarity = "denied"
        return out

    def _near_words(self, clause: Clause, sentence: str) -> set[str]:
        del clause
        pack = self.pack
        return {w for w in (*pack.words("support_words"), *pack.words("nonmilitary_words")) if w in sentence}

    def _designates(self, clause: Clause, sentence: str, roles: dict[str, list[Thing]]) -> bool:
        del clause, roles
        pack = self.pack
        return any(w in sentence for w in (*pack.data["terror_words"], *pack.data["sanction_words"]))

    def _used(self, roles: dict[str, list[Thing]], clause: Clause) -> bool:
        return "target" in roles or clause.lemma in self.pack.data["frames"]["use"]["verbs"]
