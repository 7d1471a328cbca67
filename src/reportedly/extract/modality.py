"""How a source puts it: denied or affirmed, sure or hedged, done or planned, or not asserted at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.claims import Certainty, Polarity, Stage
from reportedly.extract.clauses import Clause
from reportedly.extract.constituents import NounPhrase
from reportedly.languages.pack import Pack

_STAGES: frozenset[str] = frozenset(
    {"requested", "offered", "agreed", "underway", "delivered", "halted", "seized", "unspecified"}
)
_CONDITIONAL = frozenset({"if", "unless", "lest", "whether", "so that"})


@dataclass(slots=True)
class Modality:
    """What the verb group and its governors say. `asserted` is False for conditionals, questions, wishes and
    abilities."""

    polarity: Polarity = "affirmed"
    certainty: Certainty = "asserted"
    stage: Stage = "unspecified"
    asserted: bool = True
    hedge: str = ""
    """The hedging word, where `certainty` is not asserted."""
    sourceless_only: bool = False
    """The hedge ("reportedly") counts only where no source is named."""


def read_modality(clause: Clause, pack: Pack, sentence: str, fixed_stage: str | None) -> Modality:
    """The modality of one clause from its own words, its governors and the phrases of its sentence (lower
    case)."""
    out = Modality()
    governed = _governed_stage(clause, pack)
    if governed == "hypothetical":
        out.asserted = False
    _conditional(clause, pack, sentence, out)
    _negation(clause, pack, out)
    _hedges(clause, pack, sentence, out)
    out.stage = _stage(clause, governed, fixed_stage, pack)
    return out


_DENIABLE = frozenset({"doubt", "secret"})


def _conditional(clause: Clause, pack: Pack, sentence: str, out: Modality) -> None:
    for link in (clause, *clause.ancestors()):
        if (
            link.lemma in ("suppose", "imagine", "assume", "picture", "pretend", "dream", "envisage")
            and not link.past
        ):
            out.asserted = False
        if link.relation == "adverbial" and link.marker in _CONDITIONAL:
            out.asserted = False
        if link.relation == "complement" and link.marker == "whether":
            out.certainty, out.hedge = "possible", "whether"
            if link.modal == "would" or (
                link.parent is not None
                and link.parent.lemma in ("ask", "wonder", "question", "know", "inquire")
            ):
                out.asserted = False
        said = link.parent if link.relation == "complement" and link.marker not in _DENIABLE else None
        if (
            link.form == "nominal"
            and link.relation == "argument"
            and link.parent is not None
            and link.parent.negated
            and link.parent.lemma in ("comment", "discuss", "mention", "elaborate")
        ):
            out.asserted = False
        if (
            said is not None
            and any(a.function == "subj" and a.phrase.negated for a in said.arguments)
            and pack.report_verbs.get(said.lemma) in ("say", "deny")
        ):
            # "nobody has proved that"
            out.asserted = False
        if (
            said is not None
            and said.negated
            and pack.report_verbs.get(said.lemma) in ("say", "deny")
            and said.lemma not in pack.words("report", "admitting")
        ):
            # "could not verify that", "has not denied that": nothing is said of it; "does not believe that"
            # denies it.
            if said.lemma in ("believe", "think"):
                out.polarity = "denied"
            else:
                out.asserted = False
        noun = link.marker_phrase
        if (
            link.relation == "complement"
            and link.marker
            and noun is not None
            and (noun.negated or (link.parent is not None and _none_for(noun, link.parent)))
        ):
            # "found no evidence that"; "there is no truth in the claim that" denies it.
            out.asserted = out.asserted and pack.says("false", pack.data["report"]["false_words"], sentence)
        if (
            link.relation == "complement"
            and link.marker in pack.words("report", "allegation_nouns")
            and pack.says("false", pack.data["report"]["false_words"], sentence)
        ):
            # "the allegation that ... is fiction"
            out.polarity = "denied"
        if (link.modal == "would" and not _reported(link)) or link.modal in (
            "should",
            "must",
            "can",
            "cannot",
        ):
            out.asserted = (
                out.asserted and link is not clause and link.form != "nominal" and link.modal != "would"
            )
        if link.modal in ("could", "can", "cannot") and not link.perfect and link is clause:
            out.asserted = False
    parent = clause.parent
    sure = {
        "likely",
        "believed",
        "thought",
        "said",
        "due",
        "set",
        "expected",
        "known",
        "reported",
        "scheduled",
        "understood",
        "first",
        "last",
        "only",
    }
    if (
        clause.relation in ("infinitive", "gerund")
        and parent is not None
        and (parent.form == "copula" or parent.lemma == "be")
        and not parent.passive
        and not (sure & ({*parent.words, *parent.adverbs}))
        and parent.words[1:2] != ("to",)
        and any(a.isalpha() and a not in ("not", "also", "now", "still", "then") for a in parent.words[1:])
    ):
        # "is able to buy", "was ready to send": not that it did.
        out.asserted = False


def _none_for(noun: NounPhrase, parent: Clause) -> bool:
    """ "no evidence for the claim that": the claim hangs on what there is none of."""
    return any(inner is noun for a in parent.arguments if a.phrase.negated for _, inner in a.phrase.trailing)


def _reported(clause: Clause) -> bool:
    """True where a past verb of saying governs the clause, so that "would" is a future seen from the past."""
    return clause.parent is not None and clause.relation in ("complement", "coordinate")


def _governed_stage(clause: Clause, pack: Pack) -> str:
    """The stage that a governing verb gives ("began to arm" -> underway), `hypothetical` for wishes, or
    nothing."""
    link = clause
    stage = ""
    for _ in range(4):
        parent = link.parent
        if parent is None or link.relation not in ("infinitive", "gerund", "argument"):
            break
        if link.relation == "argument" and link.form != "nominal":
            break
        table = pack.data["control"]
        if link.form == "nominal":
            found = _light_stage(parent, link.marker, pack)
        else:
            found = str(
                table["object"].get(parent.lemma, "")
                if _has_object(parent)
                else table["subject"].get(parent.lemma, "")
            )
        if (parent.passive and parent.lemma in ("expect", "schedule", "intend", "plan")) or (
            parent.form == "copula" and link.relation == "infinitive" and not _FOREMOST & set(parent.words)
        ):
            found = "offered"
        if found and not stage:
            stage = found
        link = parent
    return stage


def _has_object(clause: Clause) -> bool:
    return any(a.function == "obj" for a in clause.arguments)


def _light_stage(parent: Clause, function: str, pack: Pack) -> str:
    if function not in ("obj", "subj", "obj2", "for", "of", "to", "on"):
        return ""
    for stage, key in (
        ("seized", "seize"),
        ("halted", "halt"),
        ("agreed", "agree"),
        ("requested", "request"),
        ("offered", "offer"),
    ):
        if any(_light(v, parent) for v in pack.data["light"].get(key, ())) and (
            function != "subj" or parent.passive
        ):
            return stage
    return ""


def _light(entry: str, verb: Clause) -> bool:
    """True where the clause's verb is this light verb, its particles and nouns included ("put on hold")."""
    first, *rest = entry.split()
    return first == verb.lemma and (not rest or set(rest) <= {*verb.words, *verb.adverbs} or len(rest) == 1)


def _negation(clause: Clause, pack: Pack, out: Modality) -> None:
    negated = clause.negated
    link = clause
    for parent in clause.ancestors():
        if link.relation in ("infinitive", "gerund") or (link.form == "nominal" and _happens(parent, pack)):
            if parent.negated and parent.lemma not in pack.words("report", "conceal"):
                negated = not negated
        elif link.relation not in ("complement",):
            break
        else:
            break
        link = parent
    if negated:
        out.polarity = "denied" if out.polarity == "affirmed" else "affirmed"


def _happens(parent: Clause, pack: Pack) -> bool:
    """True where the verb over a nominal says only that it took place, so that its "not" denies the nominal
    itself."""
    if parent.form == "copula":
        return not any(w in parent.words for w in ("limited", "only", "just", "enough", "the"))
    return (
        parent.lemma in pack.words("light", "do")
        or parent.lemma in pack.words("light", "happen")
        or parent.lemma in ("take",)
    )


def _hedges(clause: Clause, pack: Pack, sentence: str, out: Modality) -> None:
    words = set(clause.adverbs)
    words.update(
        t.low
        for a in clause.arguments
        for np in (a.phrase, a.phrase.of)
        if np is not None
        for t in np.words
        if t.low in ("alleged", "suspected", "purported", "supposed", "rumoured", "rumored")
    )
    probable, possible = pack.words("modality", "probable"), pack.words("modality", "possible")
    if clause.modal in ("may", "might") or (clause.modal == "could" and clause.perfect):
        out.certainty, out.hedge = "possible", clause.modal
    for parent in (clause, *clause.ancestors()):
        words.update(parent.adverbs)
        if (
            parent is not clause
            and parent.passive
            and parent.lemma
            in ("believe", "think", "understand", "assess", "suspect", "presume", "estimate", "expect")
            and clause.relation in ("infinitive", "complement")
        ):
            out.certainty, out.hedge = "probable", parent.lemma
        if (
            parent is not clause
            and parent.passive
            and parent.lemma in ("say", "allege", "report", "rumour", "rumor")
            and clause.relation == "infinitive"
        ):
            out.certainty, out.hedge, out.sourceless_only = "possible", parent.lemma, True
        if (
            parent is not clause
            and parent.lemma in ("believe", "suspect", "think", "assume")
            and not parent.passive
            and clause.relation == "complement"
        ):
            out.certainty, out.hedge = "probable", parent.lemma
        if parent is not clause and parent.lemma in ("appear", "seem") and clause.relation == "infinitive":
            out.certainty, out.hedge = "probable", parent.lemma
        if parent is not clause and parent.modal in ("may", "might"):
            out.certainty, out.hedge = "possible", parent.modal
    if out.certainty == "asserted":
        if words & probable:
            out.certainty, out.hedge = "probable", min(words & probable)
        elif words & possible:
            out.certainty, out.hedge = "possible", min(words & possible)
            out.sourceless_only = out.hedge in (
                "reportedly",
                "allegedly",
                "purportedly",
                "supposedly",
                "ostensibly",
            )
    for phrase in pack.data["modality"]["possible_phrases"]:
        if phrase in sentence:
            out.certainty, out.hedge, out.sourceless_only = (
                "possible",
                phrase,
                phrase.endswith(("said to", "reported to", "alleged", "accused of")),
            )
            return
    if out.certainty == "asserted":
        for phrase in pack.data["modality"]["probable_phrases"]:
            if phrase in sentence:
                out.certainty, out.hedge = "probable", phrase
                return


def _stage(clause: Clause, governed: str, fixed: str | None, pack: Pack) -> Stage:
    stage = governed if governed in _STAGES else ""
    if governed == "denied":
        return "unspecified"
    if not stage and fixed:
        stage = fixed
    if not stage:
        stage = _tense(clause, pack)
    return stage  # type: ignore[return-value]


def _tense(clause: Clause, pack: Pack) -> str:
    if clause.modal in ("will", "shall", "'ll", "would", "'d"):
        return "offered"
    if clause.form == "nominal":
        return _nominal_tense(clause, pack)
    if clause.form == "participle":
        return "delivered"
    if clause.form == "gerund":
        if clause.perfect:
            return "delivered"
        if clause.relation in ("reduced", "participial"):
            return "underway"
        if clause.parent is not None and pack.report_verbs.get(clause.parent.lemma) == "accuse":
            return "underway"
        return "unspecified"
    if clause.form == "infinitive":
        return _infinitive_tense(clause, pack)
    return _finite_tense(clause)


_FOREMOST = frozenset({"first", "last", "only"})
_REGULAR = frozenset(
    {
        "regular",
        "ongoing",
        "continuing",
        "continuous",
        "constant",
        "steady",
        "direct",
        "daily",
        "weekly",
        "monthly",
        "current",
    }
)
_COMING = frozenset(
    {
        "planned",
        "promised",
        "proposed",
        "future",
        "possible",
        "prospective",
        "pledged",
        "upcoming",
        "forthcoming",
    }
)


def _nominal_tense(clause: Clause, pack: Pack) -> str:
    """The stage of a nominal: from the light verb over it, its own adjectives, or a date that lies behind."""
    parent = clause.parent
    words = {t.low for t in clause.noun.words} if clause.noun is not None else set()
    if words & _COMING:
        return "offered"
    if words & _REGULAR:
        return "underway"
    light = pack.words("light", "do") | pack.words("light", "happen") | pack.words("light", "receive")
    if (
        parent is not None
        and clause.marker in ("subj", "obj", "obj2")
        and (parent.lemma in light or parent.form == "copula")
    ):
        return "unspecified" if parent.form in ("gerund", "infinitive") else _finite_tense(parent)
    if any(t.start is not None and t.end is not None for t in clause.times):
        return "delivered"
    return "unspecified"


def _infinitive_tense(clause: Clause, pack: Pack) -> str:
    if clause.perfect:
        return "delivered"
    parent = clause.parent
    if parent is None:
        return "unspecified"
    if parent.lemma in ("help", "assist", "enable", "allow", "manage", "see", "let"):
        return _tense(parent, pack)
    if parent.form == "copula" and _FOREMOST & set(parent.words):
        # "was the first to supply"
        return _finite_tense(replace(parent, form="finite"))
    if parent.passive and parent.lemma in ("believe", "say", "think", "allege", "report", "know", "suspect"):
        return "underway"
    if parent.lemma in ("appear", "seem", "continue"):
        return "underway"
    return "unspecified"


def _finite_tense(clause: Clause) -> str:
    if clause.form == "copula":
        return "delivered" if clause.past else "underway"
    if clause.progressive or {"always", "regularly", "constantly", "repeatedly", "routinely"} & set(
        clause.adverbs
    ):
        return "underway"
    if clause.perfect:
        if any(t.start is not None and t.end is None for t in clause.times):
            return "underway"
        return "delivered"
    if clause.past:
        return "delivered"
    if clause.modal in ("may", "might", "could"):
        return "underway"
    return "underway"
