"""Endings of Russian and Ukrainian nouns and adjectives, written as people write them in grammar books: six
cases to a row.

A row reads: name | ending of the nominative | nominative genitive dative accusative instrumental locative.
Several endings of a
case are parted by a slash, `-` is the bare stem. `*` before a row's name marks one for common nouns (lower
case) only.
"""

from __future__ import annotations

from dataclasses import dataclass

_SINGULAR = {
    "ru": """
        adj-hard-m   | ый  | ый ого ому ый/ого ым ом
        adj-stress-m | ой  | ой ого ому ой/ого ым/им ом
        adj-soft-m   | ний | ний него нему ний/него ним нем
        adj-velar-m  | кий | кий кого кому кий/кого ким ком
        adj-velar-m  | гий | гий гого гому гий/гого гим гом
        adj-velar-m  | хий | хий хого хому хий/хого хим хом
        adj-hush-m   | ший | ший шего шему ший/шего шим шем
        adj-hush-m   | щий | щий щего щему щий/щего щим щем
        adj-hush-m   | жий | жий жего жему жий/жего жим жем
        adj-hard-f   | ая  | ая ой ой ую ой/ою ой
        adj-soft-f   | няя | няя ней ней нюю ней/нею ней
        adj-hush-f   | щая | щая щей щей щую щей щей
        adj-hush-f   | шая | шая шей шей шую шей шей
        adj-hush-f   | жая | жая жей жей жую жей жей
        adj-hard-n   | ое  | ое ого ому ое ым/им ом
        adj-soft-n   | нее | нее него нему нее ним нем
        adj-hush-n   | щее | щее щего щему щее щим щем
        noun-zero    |     | - а у -/а ом/ем е/у
        noun-fleet   | ец  | ец ца/еца цу/ецу ец/ца цем/цом/ецом це/еце
        noun-fleet-l | лец | лец льца/леца льцу льца льцем/льцом льце
        noun-fleet-o | ок  | ок ка/ока ку/оку ок/ка ком/оком ке/оке
        noun-soft    | ь   | ь я/и ю/и ь/я ем/ём/ью е/и
        noun-iy      | ий  | ий ия ию ий/ия ием ии
        noun-y       | й   | й я ю й/я ем е
        noun-a       | а   | а ы/и е у ой/ою/ей е
        noun-ya      | я   | я и е ю ей/ёй/ею е
        noun-iya     | ия  | ия ии ии ию ией/иею ии
        *noun-o      | о   | о а у о ом е
        noun-stvo    | ство | ство ства ству ство ством стве
        *noun-e      | ие  | ие ия ию ие ием ии
        noun-ye      | ье  | ье ья ью ье ьем ье
        *noun-ce     | це  | це ца цу це цем це
        *noun-mya    | мя  | мя мени мени мя менем мени
        surname      | ов  | ов ова ову ова овым ове
        surname      | ев  | ев ева еву ева евым еве
        surname      | ин  | ин ина ину ин/ина ином/иным ине
        surname-f    | ова | ова овой овой ову овой овой
    """,
    "uk": """
        adj-hard-m   | ий  | ий ого ому ий/ого им ому/ім
        adj-soft-m   | ій  | ій ього ьому ій/ього ім ьому/ім
        adj-hard-f   | ька | ька ької ькій ьку ькою ькій
        adj-hard-f   | на | на ної ній ну ною ній
        adj-hard-f   | ва | ва вої вій ву вою вій
        adj-hard-f   | ча | ча чої чій чу чою чій
        adj-hard-f   | ша | ша шої шій шу шою шій
        adj-soft-f   | ня  | ня ньої ній ню ньою ній
        adj-hard-n   | е   | е ого ому е им ому/ім
        noun-zero    |     | - а/у у/ові -/а ом/ем і/у/ові
        noun-fleet   | ець | ець ця/еця цю/цеві ець/ця цем цю/ці/цеві
        noun-fleet-o | ок  | ок ка/ку ку/кові ок/ка ком ку/ці
        noun-i-o     | ів  | ів ова/ева/єва ову/еву/єву ів/ова овом/евом/ом ові/еві/єві
        noun-soft    | ь   | ь я/ю/і ю/еві/і ь/я ем/ю і/ю
        noun-iy      | ій  | ій ія/ію/ою ію/ієві ій/ія ієм ії/ію
        noun-y       | й   | й я/ю ю/єві й/я єм ї/ю/єві
        noun-a       | а   | а и/і і у ою/ею і
        noun-ka      | ка  | ка ки ці ку кою ці
        noun-ha      | га  | га ги зі гу гою зі
        noun-kha     | ха  | ха хи сі ху хою сі
        noun-ya      | я   | я і/ї і/ї ю ею/єю і/ї
        noun-iya     | ія  | ія ії ії ію ією ії
        *noun-o      | о   | о а у о ом і/у/ові
        noun-stvo    | ство | ство ства ству ство ством стві
        noun-yiv     | їв  | їв єва єву/єві їв євом єві
        noun-apya    | 'я  | 'я 'я 'ю 'я 'ям 'ї
        noun-jya     | жжя | жжя жжя жжю жжя жжям жжі
        *noun-nnya   | ння | ння ння нню ння нням нні
        *noun-ttya   | ття | ття ття ттю ття ттям тті
        *noun-e      | е   | е а у е ем і
    """,
}
_PLURAL_NAMES = {
    "ru": """
        adj-plural   | ые  | ые ых ым ые/ых ыми ых
        adj-plural   | ие  | ие их им ие/их ими их
        plural-y     | ы   | ы ов/- ам ы/ов ами ах
        *plural-i    | и   | и ов/ей/- ам/ям и/ов/ей ами/ями ах/ях
        plural-ii    | ии  | ии ий иям ии/ий иями иях
        plural-tsy   | цы  | цы цев/цов цам цев/цы цами цах
        plural-ane   | ане | ане ан анам ан анами анах
        plural-yane  | яне | яне ян янам ян янами янах
        *plural-a    | ства | ства ств ствам ства ствами ствах
        *plural-iya  | ия  | ия ий иям ия иями иях
    """,
    "uk": """
        adj-plural   | і   | і их им і/их ими их
        adj-plural-s | ні  | ні них/ніх ним/нім ні/них ними/німи них/ніх
        plural-y     | и   | и ів/- ам и/ів ами ах
        *plural-i    | і   | і ів/ей/ь ям/ам і/ів/їв ями/ами ях/ах
        plural-yi    | ї   | ї їв/й ям ї/їв ями ях
        plural-tsi   | ці  | ці ців цям ців/ці цями цях
        plural-yany  | яни | яни ян янам ян янами янах
        plural-any   | ани | ани ан анам ан анами анах
        *plural-nnya | ння | ння нь нням ння ннями ннях
    """,
}
_PLURAL_OF = {
    "ru": """
        adj-hard-m   | | ые ых ым ые/ых ыми ых
        adj-stress-m | | ые/ие ых/их ым/им ые/ие/ых/их ыми/ими ых/их
        adj-soft-m   | | ние них ним ние/них ними них
        adj-velar-m  | кий | кие ких ким кие/ких кими ких
        adj-velar-m  | гий | гие гих гим гие/гих гими гих
        adj-velar-m  | хий | хие хих хим хие/хих хими хих
        adj-hush-m   | щий | щие щих щим щие/щих щими щих
        adj-hush-m   | ший | шие ших шим шие/ших шими ших
        adj-hush-m   | жий | жие жих жим жие/жих жими жих
        adj-hard-f   | | ые/ие ых/их ым/им ые/ие/ых/их ыми/ими ых/их
        adj-soft-f   | | ние них ним ние/них ними них
        adj-hush-f   | щая | щие щих щим щие/щих щими щих
        adj-hush-f   | шая | шие ших шим шие/ших шими ших
        adj-hush-f   | жая | жие жих жим жие/жих жими жих
        adj-hard-n   | | ые/ие ых/их ым/им ые/ие ыми/ими ых/их
        adj-soft-n   | | ние них ним ние ними них
        adj-hush-n   | | щие щих щим щие щими щих
        noun-zero    | | ы/и/а ов/ей ам ы/и/ов/ей ами ах
        noun-fleet   | | цы/ецы цев/цов цам цев/цы цами цах
        noun-fleet-l | | льцы льцев льцам льцев льцами льцах
        noun-fleet-o | | ки ков кам ков/ки ками ках
        noun-soft    | | и ей ям/ам и/ей ями/ами ях/ах
        noun-iy      | | ии иев иям ии/иев иями иях
        noun-y       | | и ев/ёв ям и/ев ями ях
        noun-a       | | ы/и - ам ы/и/- ами ах
        noun-ya      | | и ь/ей ям и/ей ями ях
        noun-iya     | | ии ий иям ии/ий иями иях
        noun-o       | | а - ам а ами ах
        noun-stvo    | | ства ств ствам ства ствами ствах
        noun-e       | | ия ий иям ия иями иях
        noun-ye      | | ья ий/ьев ьям ья ьями ьях
        noun-ce      | | ца ц цам ца цами цах
        noun-mya     | | мена мен менам мена менами менах
        surname      | ин | ины инов/иных инам/иным ины/инов/иных инами/иными инах/иных
        surname      | ов | овы ов/овых овам/овым овы/овых овами/овыми овах/овых
        surname      | ев | евы евых евам/евым евы/евых евами/евыми евах/евых
    """,
    "uk": """
        adj-hard-m   | | і их им і/их ими их
        adj-soft-m   | | і іх ім і/іх іми іх
        adj-hard-f   | ька | ькі ьких ьким ькі ькими ьких
        adj-hard-f   | на | ні них ним ні ними них
        adj-hard-f   | ва | ві вих вим ві вими вих
        adj-hard-f   | ча | чі чих чим чі чими чих
        adj-hard-f   | ша | ші ших шим ші шими ших
        adj-soft-f   | | ні ніх нім ні німи ніх
        adj-hard-n   | | і их им і ими их
        noun-zero    | | и/і/а ів ам/ям и/і/ів ами/ями ах/ях
        noun-fleet   | | ці ців цям ців/ці цями цях
        noun-fleet-o | | ки ків кам ки/ків ками ках
        noun-soft    | | і ів/ей ям і/ів/ей ями ях
        noun-iy      | | ії їв/іїв іям ії ями/іями іях
        noun-y       | | ї їв ям ї/їв ями ях
        noun-a       | | и/і - ам и/і/- ами ах
        noun-ka      | | ки к/ок кам ки/ок ками ках
        noun-ha      | | ги г гам ги гами гах
        noun-kha     | | хи х хам хи хами хах
        noun-ya      | | і/ї ь/й/ей ям і/ї ями ях
        noun-iya     | | ії ій іям ії/ій іями іях
        noun-o       | | а - ам а ами ах
        noun-stvo    | | ства ств ствам ства ствами ствах
        noun-nnya    | | ння нь нням ння ннями ннях
        noun-ttya    | | ття ть ттям ття ттями ттях
        noun-e       | | а - ам а ами ах
    """,
}


_VELARS = "гкх"
_HUSHES = "жшщч"
_HARD_OR_HUSH = frozenset({"noun-zero", "noun-a", "noun-soft", "adj-hard-f", "adj-hard-n"})


@dataclass(frozen=True)
class Table:
    """Endings of one kind of word: `cases[c]` are those of case c, in the order of the grammar books."""

    name: str
    ending: str
    cases: tuple[tuple[str, ...], ...]
    common_only: bool = False
    is_plural: bool = False

    @property
    def part(self) -> str:
        return "adjective" if self.name.startswith("adj") else "noun"

    def fits(self, word: str, person: bool) -> bool:
        """Whether a word of this ending may be of this kind: common nouns are in lower case, surnames are of
        persons.
        """
        if self.common_only and word[:1].isupper():
            return False
        return person or self.name != "surname-f"

    def joins(self, stem: str, ending: str) -> bool:
        """Whether Russian spelling lets the ending follow the stem: книги, not книгы; ракеты, not ракети."""
        if self.name not in _HARD_OR_HUSH or not stem or not ending:
            return True
        last, first = stem[-1], ending[0]
        if self.name == "noun-soft":
            return first != "а" or last in _HUSHES
        if first == "ы":
            return last not in _VELARS + _HUSHES
        if first == "и":
            return last in _VELARS + _HUSHES
        return first not in "её" or len(ending) == 1 or last in _HUSHES + "ц"


def _rows(block: str, *, plural: bool) -> list[Table]:
    tables = []
    for line in block.strip().splitlines():
        name, ending, cases = (part.strip() for part in line.split("|"))
        rows = tuple(tuple("" if e == "-" else e for e in case.split("/")) for case in cases.split())
        # The accusative is the nominative or the genitive but for feminines, whose own form stands first.
        rows = (*rows[:3], rows[3][:1], *rows[4:])
        tables.append(Table(name.lstrip("*"), ending, rows, name.startswith("*"), plural))
    return tables


PARADIGMS: dict[str, list[Table]] = {
    language: _rows(_SINGULAR[language], plural=False) + _rows(_PLURAL_NAMES[language], plural=True)
    for language in ("ru", "uk")
}
"""The tables of each language, singular nouns and adjectives, then names that are plural themselves."""

PLURALS: dict[tuple[str, str, str], Table] = {
    (language, singular.name, singular.ending): plural
    for language in ("ru", "uk")
    for singular in _rows(_SINGULAR[language], plural=False)
    for plural in _rows(_PLURAL_OF[language], plural=True)
    if plural.name == singular.name and plural.ending in ("", singular.ending)
}
"""The plural endings that go with a singular table, by language, table and its ending."""

ADJECTIVES: dict[str, dict[str, str]] = {
    "ru": {
        "ний": "ний него нему ним нем няя ней нюю нею нее ние них ними",
        "ий": "ий ого ому им ом ая ой ую ою ое ие их ими",
        "ый": "ый ого ому ым ом ая ой ую ою ое ые ых ыми",
        "ой": "ой ого ому ым им ом ая ую ою ое ые ие ых их ыми ими",
    },
    "uk": {
        "ий": "ий ого ому им ім а ої ій у ою е і их ими",
        "ій": "ій ього ьому ім я ьої ю ьою є і іх іми",
    },
}
"""Endings of bare adjectives in all genders and numbers, by the ending of the masculine."""
