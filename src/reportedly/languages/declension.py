"""Case forms of Russian and Ukrainian nouns and adjectives, and back: which cases a form can be.

A mask holds six bits for the singular (N G D A I L) and six above them for the plural. Rows give the endings
of the nominative and of the six cases in both numbers; alternatives are parted by a slash, `-` is the bare
stem. A form too many does no harm: forms only match.
"""

from __future__ import annotations

from functools import cache

NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, LOCATIVE = (
    1 | 1 << 6,
    2 | 2 << 6,
    4 | 4 << 6,
    8 | 8 << 6,
    16 | 16 << 6,
    32 | 32 << 6,
)
SINGULAR, PLURAL = 0b111111, 0b111111 << 6
ANY = SINGULAR | PLURAL
_INDECLINABLE = tuple("оуюеиыэіїє")
_MASCULINE = {
    "ru": {
        "ый": ("ый",),
        "ий": ("ий",),
        "ой": ("ой",),
        "ая": ("ый", "ий", "ой"),
        "яя": ("ий",),
        "ое": ("ый", "ий", "ой"),
        "ее": ("ий",),
        "ые": ("ый",),
        "ие": ("ий",),
    },
    "uk": {
        "ий": ("ий",),
        "ій": ("ій",),
        "а": ("ий",),
        "я": ("ій",),
        "е": ("ий",),
        "є": ("ій",),
        "і": ("ий", "ій"),
    },
}
_PLAINLY = (
    "ый",
    "ий",
    "ой",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ие",
    "ська",
    "ські",
    "ське",
    "цька",
    "цьке",
    "зька",
    "ькі",
)
_ADJECTIVAL = (
    "ый",
    "ий",
    "ой",
    "ая",
    "яя",
    "ое",
    "ее",
    "ые",
    "ие",
    "ій",
    "ька",
    "на",
    "ва",
    "ька",
    "ча",
    "ша",
    "ькі",
    "ні",
    "ві",
    "ські",
    "ське",
    "не",
    "ве",
    "ше",
    "та",
    "ті",
    "лі",
    "рі",
    "ена",
    "ені",
)

_NOUNS = {
    "ru": """
        ия  | ия ии ии ию ией/иею ии | ии ий иям ии иями иях
        ие  | ие ия ию ие ием ии | ия ий иям ия иями иях
        ье  | ье ья ью ье ьем ье | ья ий/ьев ьям ья ьями ьях
        ье  | ье ья ью ье ьем ье | ья ий/ьев ьям ья ьями ьях
        ство| ство ства ству ство ством стве | ства ств ствам ства ствами ствах
        це  | це ца цу це цем це | ца ц цам ца цами цах
        ще  | ще ща щу ще щем ще | ща щ щам ща щами щах
        е   | е я ю е ем е | я ей ям я ями ях
        о   | о а у о ом е | а - ам а ами ах
        ка  | ка ки ке ку кой/кою ке | ки ок/ек/к кам ки ками ках
        га  | га ги ге гу гой ге | ги г гам ги гами гах
        ха  | ха хи хе ху хой хе | хи х хам хи хами хах
        ша  | ша ши ше шу шей ше | ши ш шам ши шами шах
        жа  | жа жи же жу жей же | жи ж жам жи жами жах
        ча  | ча чи че чу чей че | чи ч чам чи чами чах
        ща  | ща щи ще щу щей ще | щи щ щам щи щами щах
        ца  | ца цы це цу цей/цой це | цы ц цам цы цами цах
        а   | а ы е у ой/ою е | ы - ам ы ами ах
        ня  | ня ни не ню ней/нею не | ни ень/нь/ней ням ни нями нях
        я   | я и е ю ей/ею е | и ь/ей/- ям и ями ях
        лец | лец льца льцу лец льцем льце | льцы льцев льцам льцы льцами льцах
        ец  | ец ца цу ец цем/цом це | цы цев/цов цам цы цами цах
        ок  | ок ка/ока ку/оку ок ком/оком ке/оке | ки/оки ков/оков кам/окам ки/оки ками/оками ках/оках
        анин| анин анина анину анина анином анине | ане ан анам ан анами анах
        ий  | ий ия ию ий ием ии/ие | ии иев иям ии иями иях
        й   | й я ю й ем е | и ев ям и ями ях
        ь   | ь я/и ю/и ь ем/ью е/и | и ей ям/ам и ями/ами ях/ах
        к   | к ка ку к ком ке | ки ков кам ки ками ках
        г   | г га гу г гом ге | ги/га гов гам ги гами гах
        х   | х ха ху х хом хе | хи хов хам хи хами хах
        ж   | ж жа жу ж жом/жем же | жи жей жам жи жами жах
        ш   | ш ша шу ш шом/шем ше | ши шей шам ши шами шах
        ч   | ч ча чу ч чом/чем че | чи чей чам чи чами чах
        щ   | щ ща щу щ щом/щем ще | щи щей щам щи щами щах
        ц   | ц ца цу ц цом/цем це | цы цев/цов цам цы цами цах
            | - а у - ом/ым е | ы/а ов/- ам ы/а ами ах
    """,
    "uk": """
        ія  | ія ії ії ію ією ії | ії ій іям ії іями іях
        ння | ння ння нню ння нням нні | ння нь нням ння ннями ннях
        ття | ття ття ттю ття ттям тті | ття ть ттям ття ттями ттях
        ття | ття ття ттю ття ттям тті | ття ть ттям ття ттями ттях
        ство| ство ства ству ство ством стві | ства ств ствам ства ствами ствах
        ще  | ще ща щу ще щем щі | ща щ щам ща щами щах
        це  | це ця цю це цем ці | ця ць цям ця цями цях
        е   | е я ю е ем і | я ів/ь ям я ями ях
        о   | о а у о ом і | а - ам а ами ах
        ка  | ка ки ці ку кою ці | ки ок/к кам ки ками ках
        га  | га ги зі гу гою зі | ги г гам ги гами гах
        ха  | ха хи сі ху хою сі | хи х хам хи хами хах
        ша  | ша ші ші шу шею ші | ші ш шам ші шами шах
        жа  | жа жі жі жу жею жі | жі ж жам жі жами жах
        ча  | ча чі чі чу чею чі | чі ч чам чі чами чах
        ця  | ця ці ці цю цею ці | ці ць цям ці цями цях
        а   | а и і у ою і | и - ам и ами ах
        я   | я і/ї і/ї ю ею/єю і/ї | і/ї ь/ей/й ям і/ї ями ях
        лець| лець льця льцю/льцеві лець льцем льці/льцеві | льці льців льцям льці льцями льцях
        ець | ець ця цю/цеві ець цем ці/цеві | ці ців цям ці цями цях
        ок  | ок ка/ку/оку ку/кові/оку ок ком/оком ку/оку/оці | ки ків кам ки ками ках
        анин| анин анина анину анина анином анині | ани ан анам ан анами анах
        ь   | ь я/ю/і ю/еві/і ь ем/ю/ню/тю/лю і/ю | і ів/ей ям і ями ях
        їв  | їв єва єву/єві їв євом єві | їви ївів ївам їви ївами ївах
        ків | ків кова кову/кові ків ковом кові | кови ковів ковам кови ковами ковах
        ій  | ій ія/ію ію/ієві ій ієм ії/ію | ії їв/іїв іям ії іями іях
        й   | й я/ю ю/єві й єм ї/ю/єві | ї їв ям ї ями ях
        к   | к ка/ку ку/кові к ком ку/ці/кові | ки ків кам ки ками ках
        г   | г гу/га гу г гом зі/гу | ги гів гам ги гами гах
        ж   | ж жа/жу жу/жеві ж жем жі/жу/жеві | жі жів жам жі жами жах
        ш   | ш ша/шу шу/шеві ш шем ші/шу | ші шів шам ші шами шах
        ч   | ч ча/чу чу/чеві ч чем чі/чу/чеві | чі чів чам чі чами чах
        р   | р ра/ру/ря ру/рові/рю/реві р ром/рем рі/рові/рю | ри/рі рів рам/рям ри/рі рами/рями рах/рях
            | - а/у у/ові - ом/им і/у/ові | и/і/а ів/- ам и/і/а ами ах
    """,
}
_PLURAL_ONLY = {
    "ru": """
        яне | яне ян янам ян янами янах
        ане | ане ан анам ан анами анах
        ские| ские ских ским ские/ских скими ских
        ные | ные ных ным ные/ных ными ных
        цы  | цы цев/цов/ц цам цы/цев/цов цами цах
        ия  | ия ий иям ия иями иях
        ии  | ии ий иям ии иями иях
        ства| ства ств ствам ства ствами ствах
        ка  | ка к кам ка ками ках
        а   | а - ам а ами ах
        ы   | ы ов/- ам ы/ов ами ах
        ки  | ки ков/ок/к кам ки/ков ками ках
        и   | и ов/ей/- ам/ям и/ей/ов ами/ями ах/ях
        ые  | ые ых ым ые/ых ыми ых
        ие  | ие их им ие/их ими их
    """,
    "uk": """
        яни | яни ян янам ян янами янах
        ани | ани ан анам ан анами анах
        ські| ські ських ським ські/ських ськими ських
        ні  | ні них/ень/ней ним/ням ні/них ними/нями них/нях
        ці  | ці ців/ць цям ці/ців цями цях
        ка  | ка к кам ка ками ках
        а   | а - ам а ами ах
        и   | и ів/- ам и/ів ами ах
        ії  | ії ій іям ії іями іях
        ї   | ї їв/й ям ї/їв ями ях
        і   | і ів/ей/ь/их ям/ам/им і/ів/их ями/ами/ими ях/ах/их
    """,
}
_ADJECTIVES = {
    "ru": {
        "ый": "ый ого ому ый/ого ым ом | ая ой ой ую ой/ою ой | ое ого ому ое ым ом | ые ых ым ые/ых ыми ых",
        "ой": "ой ого ому ой/ого ым/им ом | ая ой ой ую ой/ою ой | ое ого ому ое ым/им ом | "
        "ые/ие ых/их ым/им ые/ых/ие/их ыми/ими ых/их",
        "ний": "ний него нему ний/него ним нем | няя ней ней нюю ней ней | нее него нему нее ним нем | "
        "ние них ним ние/них ними них",
        "щий": "щий щего щему щий/щего щим щем | щая щей щей щую щей щей | щее щего щему щее щим щем | "
        "щие щих щим щие/щих щими щих",
        "ший": "ший шего шему ший/шего шим шем | шая шей шей шую шей шей | шее шего шему шее шим шем | "
        "шие ших шим шие/ших шими ших",
        "ий": "ий ого ому ий/ого им ом | ая ой ой ую ой/ою ой | ое ого ому ое им ом | ие их им ие/их ими их",
    },
    "uk": {
        "ий": "ий ого ому ий/ого им ому/ім | а ої ій у ою ій | е ого ому е им ому/ім | і их им і/их ими их",
        "ій": "ій ього ьому ій/ього ім ьому/ім | я ьої ій ю ьою ій | є ього ьому є ім ьому/ім | "
        "і іх ім і/іх іми іх",
    },
}


def _rows(text: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines() if line.strip()
    ]


_NOUN_ROWS = {language: _rows(text) for language, text in _NOUNS.items()}
_PLURAL_ROWS = {language: _rows(text) for language, text in _PLURAL_ONLY.items()}


def _spread(stem: str, cases: str, shift: int, out: dict[str, int]) -> None:
    for case, endings in enumerate(cases.split()):
        for ending in endings.split("/"):
            form = stem + ("" if ending == "-" else ending)
            out[form] = out.get(form, 0) | 1 << (case + shift)


def _fleeting(out: dict[str, int], stem: str, language: str) -> None:
    """Genitive plurals with a vowel that comes and goes (ракетка, ракеток) stand in the rows; here the stems
    in two consonants.
    """
    if len(stem) > 2 and stem[-1] in "нлр" and stem[-2] not in "аеиоуыэюяіїє":
        for vowel in "ое" if language == "ru" else "оеі":
            form = stem[:-1] + vowel + stem[-1]
            out[form] = out.get(form, 0) | 2 << 6


@cache
def noun_forms(
    lemma: str, language: str, *, animate: bool = False, plural: bool = False, oblique: str = ""
) -> dict[str, int]:
    """Form -> mask for a noun in lower case. `plural`: the lemma is a plural (войска); `oblique`: a
    nominative that the other cases seem to have, where it differs (боец: бойц, боєць: бійць).
    """
    out: dict[str, int] = {}
    if plural:
        for ending, cases in _PLURAL_ROWS[language]:
            if lemma.endswith(ending):
                _spread(lemma[: len(lemma) - len(ending)], cases, 6, out)
                break
    else:
        base = oblique or lemma
        for ending, singular, plurals in _NOUN_ROWS[language]:
            if base.endswith(ending):
                stem = base[: len(base) - len(ending)]
                _spread(stem, singular, 0, out)
                _spread(stem, plurals, 6, out)
                if not oblique and ending in ("", "а", "о"):
                    _fleeting(out, stem, language)
                break
    same = NOMINATIVE if lemma.endswith(("а", "я")) and not plural else NOMINATIVE | ACCUSATIVE
    out[lemma] = out.get(lemma, 0) | same & (PLURAL if plural else SINGULAR)
    return _animate(out) if animate else out


def _animate(forms: dict[str, int]) -> dict[str, int]:
    """Where the thing lives, the accusative of the masculine and of every plural is the genitive."""
    out: dict[str, int] = {}
    for form, mask in forms.items():
        if mask & 2 << 6:
            mask |= 8 << 6
        elif mask & 1 << 6:
            mask &= ~(8 << 6)
        if mask & 2 and not mask & 1 and not mask & 1 << 6:
            mask |= 8
        elif mask & 1 and mask & 8 and form[-1:] not in "оеєї":
            mask &= ~8
        out[form] = mask
    return out


@cache
def adjective_forms(lemma: str, language: str) -> dict[str, int]:
    """Form -> mask for an adjective or participle given in the masculine, all genders together."""
    out: dict[str, int] = {}
    for ending, cells in _ADJECTIVES[language].items():
        if lemma.endswith(ending):
            stem = lemma[: len(lemma) - len(ending)]
            masculine, feminine, neuter, plural = cells.split(" | ")
            for gender in (masculine, feminine, neuter):
                _spread(stem, gender, 0, out)
            _spread(stem, plural, 6, out)
            break
    else:
        for ending in ("ые", "ие", "і"):
            if lemma.endswith(ending):
                _spread(
                    lemma[: len(lemma) - len(ending)],
                    next(c for e, c in _PLURAL_ROWS[language] if e == ending),
                    6,
                    out,
                )
                break
    return out


@cache
def cases_of_name(surface: str, lemma: str, language: str, *, animate: bool = False) -> int:
    """The cases that `surface` can be of the name `lemma`, word by word; `ANY` where nothing changes."""
    said, known = _words(surface), _words(lemma)
    if len(said) != len(known):
        return _by_ending(said[-1] if said else "", language)
    mask, changing = ANY, False
    for place, (word, base) in enumerate(zip(said, known, strict=True)):
        if not _declines(base) or (
            base[:1].isupper() and base is known[-1] and base.endswith("и" if language == "ru" else "і")
        ):
            if base.isupper() and not changing:
                return ANY
            continue
        following = known[place + 1] if place + 1 < len(known) else ""
        plainly = base.lower().endswith(_PLAINLY)
        modifier = bool(following) and (
            plainly
            or (following.islower() and not following.isascii() and base.lower().endswith(_ADJECTIVAL))
        )
        forms = _modifier_forms(base, language) if modifier else _forms_of(base, language, animate)
        found = forms.get(word.lower(), 0)
        if found and mask & found:
            mask &= found
            changing = True
        elif word.lower() == base.lower():
            break
        if not modifier:
            # What follows the head keeps its case (Корпус стражей исламской революции).
            break
    return mask if changing else ANY


def _by_ending(word: str, language: str) -> int:
    del language
    if word.endswith(("ами", "ями", "ими", "ыми")):
        return INSTRUMENTAL & PLURAL
    if word.endswith(("ах", "ях")):
        return LOCATIVE & PLURAL
    return ANY


@cache
def _modifier_forms(base: str, language: str) -> dict[str, int]:
    """The forms of an adjective given in any gender or number (противотанковая, Аравійське)."""
    low = base.lower()
    out: dict[str, int] = {}
    for ending, masculines in _MASCULINE[language].items():
        if low.endswith(ending):
            for masculine in masculines:
                for form, mask in adjective_forms(
                    low[: len(low) - len(ending)] + masculine, language
                ).items():
                    out[form] = out.get(form, 0) | mask
            break
    return out


@cache
def _forms_of(base: str, language: str, animate: bool) -> dict[str, int]:
    low = base.lower().replace("ё", "е")
    out: dict[str, int] = {}
    sets = [adjective_forms(low, language), noun_forms(low, language, animate=animate)]
    plural = low.endswith(("ы", "и", "і", "ї", "ане", "яне", "ие", "ые", "ства"))
    if plural or (low.endswith("а") and base[:1].islower()):
        sets.append(noun_forms(low, language, animate=animate, plural=True))
    # A name has one number: Россия has no plural.
    number = ANY if plural or base[:1].islower() else SINGULAR
    for forms in sets:
        for form, mask in forms.items():
            if mask & number:
                out[form] = out.get(form, 0) | mask & number
    return out


def _words(name: str) -> list[str]:
    return [
        w for w in name.replace("ё", "е").replace("«", "").replace("»", "").replace("-", " ").split() if w
    ]


def _declines(word: str) -> bool:
    if len(word) < 3 or not word.isalpha() or word.isascii() or sum(map(str.isupper, word)) > 1:
        return False
    return not (
        word[:1].isupper()
        and word.endswith(_INDECLINABLE)
        and not word.endswith(("ы", "и", "і", "ие", "ые", "їни", "ане", "яне"))
    )
