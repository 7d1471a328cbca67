"""Generated piles of reports for measuring speed: wholly invented text, the same for the same seed.

Most words are drawn from lists and many are built from stems and syllables, so that a pile of 3,000 reports
holds tens of thousands of different words: caches keyed by words fill as they do on real news.
"""

# ruff: noqa: SIM905  (word lists are kept as running words)
from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LENGTH = 4_700
"""Characters of one report, about."""

_STEMS = """
accord account acre advance agenda aisle album amber anchor angle apple arch arena aroma artist asset atlas
audit autumn award axis badge bakery balance ballad ballot banner barley basin basket beacon bench berth
bicycle blanket blossom board bonus border bottle branch bread breeze brick bridge brook budget bulletin
bundle cabin cable cactus camera canal canvas carbon cargo carpet castle catalogue cedar cellar census
cereal chain chalk chapel chapter chart chorus cinema circle citizen clay cliff climate clinic clock cloud
coast coffee coin colour column comet concert copper coral corner cotton council county courier crane credit
crop crystal culture current curtain custom dairy dance deadline debate deposit desert diary dinner doctor
dome draft drain drought dune eagle earning echo editor elbow election engine estate evening event exam
export fabric factory farm feather fence ferry festival fibre field filter flood floor flour flower forest
forum fountain frame freight frost fruit fuel garage garden garlic glacier glass goal grain granite grape
gravel grove guest guitar habit hamlet harbour harvest heater hedge helmet herb highway hillside holiday
honey horizon hospital hostel hotel household housing island ivory jacket journal judge juice kitchen ladder
lagoon lamp lantern latitude laundry lawn leaflet lecture lemon library licence lighthouse linen loan lobby
lodge lumber machine mango manual maple marble margin market meadow medal melody memoir merchant metal meter
mill mineral mirror mortgage mosaic motor mountain museum music nature network novel nurse oasis ocean
office olive opera orange orchard orchid organ oven oyster paddle painter palace panel paper parade park
parlour passport pasture patent path pavilion payment pearl pedal pension pepper permit piano picture pier
pigeon pillar planet plaster platform playground poem polar pollen pond porch portrait pottery prairie
premium pupil puzzle quarry quilt quota radio rail rainfall ranch recipe record reef region rent reservoir
resort rhythm ribbon ridge river road roof rope rose salad salary salmon sand satellite savings scholar
school scooter script sculpture season seed senate series settlement shelf sheep shelter shore shoulder
signal silk silver skyline slope snow soap soil sonata spice spring square stadium stage statue steam stone
storm story stream street student studio suburb sugar summer surgeon survey swimmer table tariff tax teacher
temple tenant tender terrace textile theatre thread ticket tide timber tobacco tourist tower track trade
trail train tram treaty tree tribute tunnel tutor umbrella union valley vaccine vegetable vendor verdict
village vineyard violin visitor volcano voter voyage wage wallet warehouse waterfall wave weather wedding
wheat wheel willow window winter wool worker yard yoghurt zone
""".split()
_VERBS = """
accept adjust admit affect agree announce appoint approve argue arrange ask assess attract avoid balance ban
borrow build buy cancel change charge check choose claim clean clear close collect compare complete confirm
connect consider contain cook count cover cross cut decide decline defend delay deliver depend describe
design discuss double draw earn elect employ end enjoy enter examine expand expect explain explore extend
face fall favour fear fill find finish fix follow force found gather grow halt handle help hire hold hope
host ignore improve include inspect insist install invest invite join judge keep lack launch lead leave lend
lift limit list lose lower manage mark measure meet merge miss move name need note notice offer open oppose
order organise own paint pass pay perform plan plant play praise predict prefer prepare present press print
produce promise propose protect publish pull raise reach read receive reduce refuse regret reject remain
remove renew rent repair replace reply report request rescue resign rest restore return reveal review rise
save schedule search seek select sell send serve settle share shift show sign slow spend split spread start
state stay stop study suggest support suspend switch take teach test thank threaten track train transfer
travel treat trust turn urge use value visit vote wait walk warn wash watch welcome win withdraw
""".split()
_QUALITIES = """
able acid annual ancient anxious average basic bitter blue bold brief bright broad broken busy calm careful
central cheap clean clever cold common complex constant cool costly crowded curious daily damp dark dear
deep distant double dry eager early eastern empty equal exact familiar famous fast final fine firm flat
formal fragile free fresh full gentle global golden grand green heavy historic hollow honest huge ideal
inner joint keen large late lean light local lonely long loud loyal main mild minor modern modest narrow
national natural neat new noisy northern odd old open ordinary outer painful pale patient plain pleasant
popular possible private proud public pure quick quiet rapid rare raw recent remote rich rough round rural
safe scarce separate severe sharp short silent simple slow small smooth soft solid southern spare steady
steep stiff strange strict strong sudden sweet tall thick thin tidy tight tiny tough urban useful usual vast
vivid warm weak western wide wild wise wooden young
""".split()
_SYLLABLES = """
ab al an ar bar bel ber bo bran cal car cas cor dal dan del dor el en er fal far fen fer gal gar gil gor hal
ham har hel il in ir jan jar kal kar kel kor lam lan lar len lin lor mal mar mel min mor nal nar nel nor ol
or os pal par pel por quin ral ran rel ros sal san sel sor tal tan tel tor ul ur val van vel vor wal wen wil
yal yor zan zel
""".split()
_ENDINGS = (
    "ing ed er ers al ism ist ists ness ship less ful like wise able ably ation ations ment ments"
).split()
_MONTHS = (
    "January February March April May June July August September October November December"
).split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_TITLES = "mayor director spokeswoman professor councillor captain owner economist nurse secretary".split()

_PLAIN = """
The {a} {n} in {P} will {v} the {n} by {D}, {t} {S} said.
{S}, a {t} at the {P} {n}, said the {n} had to {v} before the {a} {n}.
About {N} {n}s were {v}d near the {n} on {W}, according to the {P} {n} office.
“We {v} and we {v},” said {S}. “The {n} is {a}, and our {n}s are {a}.”
The {n} {v}s, the {x} {v}s, and nobody knows whether the {a} {n} can {v} it.
In {M}, {N} per cent of {n}s in {P} were {a}, against {N} per cent a year before.
{S} and {S} share a {a} {n} beside the {n}, where the {x} keeps its {n}s.
It was a {a} {n} for the {n}s of {P}, who {v} every {n} between {M} and {M}.
{S} flew to {K} in {M} for a {a} {n} and came home with a {C} {n}.
Prices of {n} rose by {N} per cent after the {x} said it would {v} its {n}s.
Critics of the {n} plan, among them {S}, {v} that its {a} {n}s will {v} the {a} ones.
The court in {P} heard on {W} that {S} had {v}ed {N} {n}s without a {n}.
{P} lost to {P} by {N} points after {S} missed a {a} {n} late in the second {n}.
Visitors {v} the {n} from {D}; the {a} {n} opens only when the {n} is {a}.
A {t} of the {x} told the {n} committee that {N} of its {n}s needed a new {n}.
“Nobody asked the {n}s,” {S} wrote in {P}’s {a} weekly, The {X} {n2}.
The {a} {x} of {P} – {N} {n}s, {N} {n}s and a {n} – is to {v} on {D}.
""".strip().split("\n")
_NEAR = """
The new tank at the {P} water works holds {N} litres.
Thieves armed with a {a} {n} took {N} {n}s from the {n} in {P}.
The association threatened {S} with sanctions over the {a} {n}.
A think tank in {P} found that {a} {n}s {v} their {n}s.
""".strip().split("\n")
"""Sentences with words of the field that are no business of it."""
_BATTLE = """
Fighting near {P} went on for a {x} day and killed at least {N} people, residents said.
{G} said its fighters had taken the {n} outside {P} from government forces on {W}.
The {C} foreign ministry called for an immediate ceasefire, and the United Nations for access to {P}.
Military officials in {K} said the front had not moved since {M}.
“They came at night and shelled the {n},” said {S}, a {t} in {P}. “We lost our {n}.”
Analysts say the {a} war in {K2} has drawn in at least {N} outside parties since {D}.
{S}, the defence minister, met commanders of {G} in {P} on {D} and would not {v} the {n}.
""".strip().split("\n")
_ARMS = """
{K} delivered {N} {E} to {K2} in {M}, two Western officials said on {W}.
{K2} has received {N} {E} from {K}, according to a report seen by The {X} {n2}.
A shipment of {N} {E} reached {G} by way of the port of {P} on {D}, {S} said.
{C} officials denied that {K} had supplied {E} to {G}.
{G} captured {N} {E} from the {C} army near {P}, its spokesman told reporters.
{K} signed a contract worth ${N} million to sell {E} to {K2}, the ministry said in {M}.
The {E}, flown in from {K}, were seen in {P} by {S}, a {t} of the {x}.
{K} accused {K2} of smuggling {E} to {G} through {P}.
The United States imposed sanctions on a {C} company for sending parts of {E} to {K2}.
{C} instructors trained {N} fighters of {G} to use {E} at a camp outside {P}.
{K2} asked {K} for {N} more {E} but has not been given any, {S} said.
“{K} never sold {E} to {G},” said {S}, who added that the {n} was {a}.
Customs officers in {P} seized {N} {E} hidden under {n}s and bound for {K2}.
""".strip().split("\n")
_STATES = {
    "Russia": "Russian", "Iran": "Iranian", "Turkey": "Turkish", "China": "Chinese", "France": "French",
    "Libya": "Libyan", "Syria": "Syrian", "Ukraine": "Ukrainian", "Egypt": "Egyptian", "India": "Indian",
    "Poland": "Polish", "Ethiopia": "Ethiopian", "Eritrea": "Eritrean", "Pakistan": "Pakistani",
    "Myanmar": "Burmese", "Venezuela": "Venezuelan", "Germany": "German", "Israel": "Israeli",
    "Belarus": "Belarusian", "Serbia": "Serbian", "Sudan": "Sudanese", "Yemen": "Yemeni",
    "Armenia": "Armenian", "Azerbaijan": "Azerbaijani", "Morocco": "Moroccan", "Algeria": "Algerian",
    "Nigeria": "Nigerian", "Mali": "Malian", "North Korea": "North Korean", "South Korea": "South Korean",
    "Vietnam": "Vietnamese", "Colombia": "Colombian", "Kenya": "Kenyan", "Somalia": "Somali",
    "Bulgaria": "Bulgarian", "Romania": "Romanian", "Sweden": "Swedish", "Italy": "Italian",
}  # fmt: skip
_GROUPS = (
    "Hezbollah", "Hamas", "the Houthis", "the Taliban", "the Libyan National Army",
    "the Rapid Support Forces", "UNITA", "Islamic State", "the PKK", "al-Shabaab", "the Free Syrian Army",
    "the Wagner Group", "M23", "the Tigray People's Liberation Front", "Boko Haram", "the rebels",
    "the militia", "separatists",
)  # fmt: skip
_EQUIPMENT = (
    "T-72 tanks", "T-90 tanks", "Kornet anti-tank missiles", "Stinger missiles", "Javelin missiles",
    "Shahed-136 drones", "Bayraktar TB2 drones", "Pantsir-S1 air defence systems", "S-300 systems",
    "Buk missile systems", "Grad rockets", "BM-21 rocket launchers", "Mi-24 helicopters",
    "Mi-17 helicopters", "Su-25 aircraft", "Su-35 fighter jets", "MiG-29 fighters", "F-16 fighter jets",
    "AK-47 rifles", "assault rifles", "PKM machine guns", "DShK machine guns", "RPG-7 launchers",
    "120mm mortars", "155mm shells", "artillery shells", "anti-aircraft guns", "armoured vehicles",
    "BTR-80 armoured personnel carriers", "BMP-2 infantry fighting vehicles", "Leopard 2 tanks",
    "HIMARS launchers", "Iskander missiles", "Mohajer-6 drones", "Wing Loong II drones",
    "Fateh-110 missiles", "Igla missiles", "Strela-2 missiles", "hand grenades", "landmines",
    "ammunition", "small arms", "surface-to-air missiles", "cruise missiles", "attack helicopters",
    "howitzers", "D-30 howitzers", "Exocet missiles", "patrol boats",
)  # fmt: skip


class Report(NamedTuple):
    """One report of a pile. `about_arms` says what was generated, not what a reader would find."""

    name: str
    text: str
    about_arms: bool


def reports(number: int, *, share: float, seed: int = 1986) -> Iterator[Report]:
    """`number` reports, of which `share` (0 to 1) are about arms, evenly spread."""
    due = 0.0
    for i in range(number):
        # One generator per report: report 17 is the same in a pile of 20 and in one of 2,000.
        rng = random.Random(f"{seed}/{share}/{i}")
        due += share
        about_arms = due >= 1 - 1e-9
        due -= about_arms
        yield Report(f"report-{i:06d}", _report(rng, about_arms), about_arms)


def write_files(folder: Path, pile: Iterator[Report]) -> int:
    """Writes each report as a text file, 1,000 to a folder; returns their bytes."""
    size = 0
    for i, report in enumerate(pile):
        under = folder / f"{i // 1000:03d}"
        under.mkdir(parents=True, exist_ok=True)
        size += (under / f"{report.name}.txt").write_bytes(report.text.encode())
    return size


def write_lines(file: Path, pile: Iterator[Report]) -> int:
    """Writes the reports as JSON lines; returns the bytes of their texts."""
    size = 0
    with file.open("w", encoding="utf-8") as out:
        for report in pile:
            record = {"text": report.text, "title": report.name, "published": "2021-06-01", "language": "en"}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            size += len(report.text.encode())
    return size


def _report(rng: random.Random, about_arms: bool) -> str:
    place = _name(rng)
    lead = _ARMS if about_arms else _PLAIN
    parts = [_sentence(rng, rng.choice(lead)).rstrip(".”"), ""]
    dateline = f"{place.upper()}, {rng.choice(_MONTHS)} {rng.randint(1, 28)}, {rng.randint(1990, 2024)} – "
    length = len(parts[0])
    while length < LENGTH:
        sentences = [_sentence(rng, _template(rng, about_arms)) for _ in range(rng.randint(1, 4))]
        parts += [dateline + " ".join(sentences), ""]
        dateline = ""
        length += len(parts[-2]) + 2
    return "\n".join(parts)


def _template(rng: random.Random, about_arms: bool) -> str:
    draw = rng.random()
    if about_arms:
        return rng.choice(_ARMS if draw < 0.35 else _BATTLE if draw < 0.65 else _PLAIN)
    return rng.choice(_NEAR if draw < 0.005 else _PLAIN)


def _sentence(rng: random.Random, template: str) -> str:
    parts = template.split("{")
    made = [parts[0]]
    for part in parts[1:]:
        slot, _, rest = part.partition("}")
        made.append(_fill(rng, slot) + rest)
    sentence = "".join(made)
    return sentence[0].upper() + sentence[1:]


def _fill(rng: random.Random, slot: str) -> str:
    if slot == "n":
        return rng.choice(_STEMS)
    if slot == "v":
        return rng.choice(_VERBS)
    if slot == "a":
        return rng.choice(_QUALITIES)
    if slot in ("x", "X"):
        made = rng.choice(_STEMS) + rng.choice(_ENDINGS)
        return made.capitalize() if slot == "X" else made
    if slot == "n2":
        return rng.choice(_STEMS).capitalize()
    if slot == "P":
        return _name(rng)
    if slot == "S":
        return f"{_name(rng, 2)} {_name(rng)}"
    return _fact(rng, slot)


def _fact(rng: random.Random, slot: str) -> str:
    if slot == "N":
        return f"{rng.choice((rng.randint(2, 99), rng.randint(100, 30_000))):,}"
    if slot == "D":
        return f"{rng.randint(1, 28)} {rng.choice(_MONTHS)} {rng.randint(1990, 2024)}"
    if slot == "M":
        return rng.choice(_MONTHS)
    if slot == "W":
        return rng.choice(_DAYS)
    if slot == "t":
        return rng.choice(_TITLES)
    if slot in ("K", "K2"):
        return rng.choice(list(_STATES))
    if slot == "C":
        return rng.choice(list(_STATES.values()))
    return rng.choice(_GROUPS if slot == "G" else _EQUIPMENT)


def _name(rng: random.Random, syllables: int = 3) -> str:
    return "".join(rng.choice(_SYLLABLES) for _ in range(syllables)).capitalize()
