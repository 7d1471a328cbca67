"""Decisions: they stand, are undone by later ones, follow the words, and are never lost."""

from __future__ import annotations

import io
import json
import zipfile
from urllib.parse import quote

import reports

from reportedly.claims import Claim
from reportedly.ledger import Ledger


def decide(visitor, claim, verdict, seen=0, **fields):
    return visitor.post(f"/claims/{claim}/decide", {"verdict": verdict, "seen": str(seen), **fields})


def standing(workbench, claim):
    return workbench.bench.snapshot().by_id[claim].state


def fields_of(workbench, claim):
    """The correction form of a claim as its page fills it."""
    body = workbench.bench.snapshot().by_id[claim].body
    out = {k: body[k] for k in ("kind", "polarity", "certainty", "stage", "means")}
    out |= {"when_start": body["when"]["start"] or "", "when_end": body["when"]["end"] or ""}
    for role in ("supplier", "recipient", "materiel"):
        for n, f in enumerate(body.get(role, [])):
            out |= {f"{role}.{n}.{k}": str(f[k] or "") for k in ("name", "id", "start", "end")}
            out[f"{role}.{n}.old"] = str(n)
    for n, s in enumerate(body["attribution"]):
        out |= {f"source.{n}.{k}": str(s[k] or "") for k in ("name", "id", "start", "end")}
        out |= {f"source.{n}.kind": s["role"], f"source.{n}.old": str(n)}
    return out


def test_a_decision_is_an_entry_of_the_log_with_name_and_reason(workbench, visitor):
    """And the ledger verifies with it."""
    claim = workbench.claim("karsk.txt")
    assert decide(visitor, claim, "accept", reason="as it says")[0] == 303
    entry = workbench.bench.snapshot().by_id[claim]
    assert (entry.state, entry.decision.reviewer, entry.decision.reason) == ("accept", "ana", "as it says")
    assert list(workbench.bench.ledger.verify()) == []


def test_a_later_decision_takes_the_place_and_undo_takes_it_back(workbench, visitor):
    """The history keeps them all."""
    claim = workbench.claim("karsk.txt")
    decide(visitor, claim, "accept")
    decide(visitor, claim, "reject")
    assert standing(workbench, claim) == "reject"
    decide(visitor, claim, "undo")
    assert standing(workbench, claim) == "open"
    assert [d.verdict for d in workbench.bench.snapshot().by_id[claim].history] == [
        "accept",
        "reject",
        "undo",
    ]


def test_the_second_reviewer_is_told_and_loses_nothing(workbench):
    """What they typed is still in the form; sent again, both decisions are in the history."""
    claim = workbench.claim("karsk.txt")
    decide(workbench.visitor("ana"), claim, "accept")
    ben = workbench.visitor("ben", "reviewer")
    status, _, text = decide(ben, claim, "reject", reason="the front is not named")
    assert status == 409
    assert "ana" in text
    assert "the front is not named" in text
    assert standing(workbench, claim) == "accept"
    seen = workbench.bench.snapshot().by_id[claim].history[-1].sequence
    decide(ben, claim, "reject", seen=seen)
    assert [d.reviewer for d in workbench.bench.snapshot().by_id[claim].history] == ["ana", "ben"]


def test_a_correction_shows_everywhere_and_leaves_the_claim_as_it_was(workbench, visitor):
    """Its words are the document's, at the offsets that were picked."""
    claim = workbench.claim("karsk.txt")
    start = reports.KARSK.index("Karsk Front")
    form = fields_of(workbench, claim)
    form |= {"recipient.0.start": str(start), "recipient.0.end": str(start + 11), "stage": "underway"}
    assert decide(visitor, claim, "correct", **form)[0] == 303
    entry = workbench.bench.snapshot().by_id[claim]
    assert entry.body["recipient"][0]["mention"] == "Karsk Front"
    assert entry.claim.body["recipient"][0]["mention"] == "the front"
    assert set(entry.decision.content["fields"]) == {"recipient", "stage"}
    told = json.loads(visitor.get("/claims.json?stage=underway")[2])
    assert [c["id"] for c in told["claims"]] == [claim]


def test_words_that_are_not_in_the_document_are_refused(workbench, visitor):
    """A correction invents nothing."""
    claim = workbench.claim("karsk.txt")
    form = fields_of(workbench, claim) | {"recipient.0.end": "99999"}
    status, _, text = decide(visitor, claim, "correct", **form)
    assert status == 422
    assert "no words at" in text
    assert standing(workbench, claim) == "open"


def test_a_role_can_be_struck_out_and_another_filled(workbench, visitor):
    """With an entity that no lexicon holds."""
    claim = workbench.claim("karsk.txt")
    start = reports.KARSK.index("Harbour Post")
    form = fields_of(workbench, claim) | {"supplier.0.remove": "1"}
    form |= {
        "intermediary.0.name": "the port",
        "intermediary.0.start": str(start),
        "intermediary.0.end": str(start + 7),
    }
    decide(visitor, claim, "correct", **form)
    body = workbench.bench.snapshot().by_id[claim].body
    assert "supplier" not in body
    assert body["intermediary"][0]["mention"] == "Harbour"


def again(workbench, claims: list[Claim]) -> None:
    with Ledger.open(workbench.bench.place) as ledger:
        zones = (reports.Zone(0, reports.KARSK.index("Share"), "body", "en"),)
        zones += (reports.Zone(reports.KARSK.index("Share"), len(reports.KARSK), "menu"),)
        post = reports.document(reports.KARSK, "karsk.txt", publisher="Northern Desk", zones=zones)
        ledger.add(*post, claims, run=reports.LATER)


def test_a_decision_follows_the_words_to_a_newer_extraction(workbench, visitor):
    """A newer version finds one role less: another identity, the same words."""
    old = workbench.claim("karsk.txt")
    decide(visitor, old, "accept")
    told, denied = reports.karsk_claims()
    fewer = Claim(told.kind, told.roles[:2], told.evidence, stage="delivered", attribution=told.attribution)
    again(workbench, [fewer, denied])
    new = workbench.claim("karsk.txt")
    assert new != old
    assert standing(workbench, new) == "accept"
    assert "carried over" in visitor.get(f"/claims/{new}")[2]


def test_a_decision_that_fits_nothing_any_more_is_listed(workbench, visitor):
    """Not dropped, not guessed at."""
    decide(visitor, workbench.claim("karsk.txt"), "accept", reason="kept for the record")
    again(workbench, [reports.karsk_claims()[1]])
    assert len(workbench.bench.snapshot().lost) == 1
    assert "kept for the record" in visitor.get("/review")[2]


def test_the_queue_begins_with_the_most_doubtful(workbench, visitor):
    """And what is settled stands last."""
    first = visitor.get("/review")[2]
    doubtful = max(workbench.bench.snapshot().entries, key=lambda e: e.doubt)
    assert f"/claims/{doubtful.id}?in=review" in first
    decide(visitor, doubtful.id, "accept")
    assert first.index(doubtful.id) < visitor.get("/review")[2].index(doubtful.id)


def test_decisions_leave_as_gold_files_that_score(workbench, visitor):
    """Corrected names are the acceptable ones; what nobody settled is optional; what was rejected is not
    there."""
    told, denied = workbench.claim("karsk.txt"), workbench.claim("karsk.txt", 1)
    decide(visitor, told, "accept")
    decide(visitor, denied, "reject")
    status, _, _ = visitor.get("/decisions/gold.zip")
    assert status == 200
    connection = visitor.get("/decisions.json")
    assert len(json.loads(connection[2])["decisions"]) == 2
    files = dict(gold(workbench))
    (claim,) = files["gold/karsk.json"]["claims"]
    assert claim["supplier"] == [["Iran"]]
    assert claim["materiel"][0]["quantity"]["min"] == 24
    assert "optional" not in claim


def gold(workbench):
    from reportedly.workbench.gold import gold_files  # noqa: PLC0415

    return gold_files(workbench.bench.snapshot())


def test_entities_are_merged_and_split_by_people_only(workbench, visitor):
    """Iran and a name: one in every table while the judgement stands, two again when it is undone."""
    key, other = "state/ir", "name:karsk front"
    path = f"/entities/{quote(key, safe='')}/judge"
    seen = {"seen": "0", "other": other}
    assert visitor.post(path, {"verdict": "positive", **seen})[0] == 303
    told = json.loads(visitor.get("/entities.json")[2])["entities"]
    assert other not in {e["id"] for e in told}
    assert visitor.post(path, {"verdict": "undo", **seen})[0] == 303
    told = json.loads(visitor.get("/entities.json")[2])["entities"]
    assert {key, other} <= {e["id"] for e in told}


def test_a_rejected_claim_makes_no_allegation(workbench, visitor):
    """Its words stay in the ledger, its weight goes."""
    before = json.loads(visitor.get("/allegations.json")[2])["count"]
    for entry in workbench.bench.snapshot().by_document[digest(workbench, "kita.txt")]:
        decide(visitor, entry.id, "reject")
    after = json.loads(visitor.get("/allegations.json")[2])
    assert after["count"] <= before
    assert all(workbench.claim("kita.txt") not in a["claims"] for a in after["allegations"])


def digest(workbench, file):
    return next(d.digest for d in workbench.bench.snapshot().documents.values() if d.file == file)


def test_the_gold_archive_opens(workbench, visitor):
    """Each file in it is JSON."""
    decide(visitor, workbench.claim("karsk.txt"), "accept")
    archive = zipfile.ZipFile(io.BytesIO(raw(visitor, "/decisions/gold.zip")))
    assert archive.namelist() == ["gold/karsk.json"]
    assert json.loads(archive.read("gold/karsk.json"))["publisher"] == "Northern Desk"


def raw(visitor, path):
    import http.client  # noqa: PLC0415

    connection = http.client.HTTPConnection("127.0.0.1", visitor.port, timeout=20)
    connection.request("GET", path, headers={"Cookie": visitor.cookie})
    data = connection.getresponse().read()
    connection.close()
    return data


def first_allegation(visitor):
    return json.loads(visitor.get("/allegations.json")[2])["allegations"][0]


def test_two_chains_are_one_origin_when_a_reviewer_says_so(workbench, visitor):
    """And two again when it is undone; the claims stay where they are."""
    before = first_allegation(visitor)
    one, other = before["origins"][0]["claims"][0], before["origins"][1]["claims"][0]
    path = f"/allegations/{before['id']}/judge"
    assert visitor.post(path, {"verdict": "positive", "one": one, "other": other})[0] == 303
    after = json.loads(visitor.get(f"/allegations/{before['id']}.json")[2])
    assert after["independent_origins"] == before["independent_origins"] - 1
    assert after["claims"] == before["claims"]
    visitor.post(path, {"verdict": "undo", "one": one, "other": other})
    again = json.loads(visitor.get(f"/allegations/{before['id']}.json")[2])
    assert again["independent_origins"] == before["independent_origins"]
    assert list(workbench.bench.ledger.verify()) == []


def test_a_claim_moves_to_the_allegation_a_reviewer_names_and_back(visitor):
    """Its own keeps the rest."""
    first, *others = json.loads(visitor.get("/allegations.json")[2])["allegations"]
    claim, target = first["claims"][-1], others[-1]["id"]
    path = f"/allegations/{first['id']}/judge"
    visitor.post(path, {"verdict": "move", "one": claim, "allegation": target})
    assert claim in json.loads(visitor.get(f"/allegations/{target}.json")[2])["claims"]
    assert claim not in json.loads(visitor.get(f"/allegations/{first['id']}.json")[2])["claims"]
    visitor.post(path, {"verdict": "move", "one": claim, "allegation": ""})
    assert claim in json.loads(visitor.get(f"/allegations/{first['id']}.json")[2])["claims"]
