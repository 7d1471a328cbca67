"""Variants of names in any script that differ in hyphens and spaces only, and of English names: plurals, two
spellings.
"""

from __future__ import annotations

import re
from itertools import product

_SPLIT = re.compile(r"([ -])")
_LETTERS_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)")
_DIGITS_SUFFIX = re.compile(r"(?<=\d)(?=[A-ZА-ЯІЇЄҐ]{2,}\Z)")
_MOST_VARIANTS = 24
_BRITISH_AMERICAN = (
    ("defence", "defense"), ("armour", "armor"), ("calibre", "caliber"), ("manoeuvr", "maneuver"),
    ("grey", "gray"),
    ("centre", "center"), ("programme", "program"), ("harbour", "harbor"), ("labour", "labor"),
    ("organis", "organiz"),
    ("mould", "mold"), ("aeroplane", "airplane"), ("licence", "license"), ("metre", "meter"),
    ("litre", "liter"), ("aluminium", "aluminum"), ("mobilis", "mobiliz"), ("stabilis", "stabiliz"),
    ("favour", "favor"),
)  # fmt: skip
_PREFIX = re.compile(
    r"\b(anti|counter|multi|semi|self|sub|mini|micro|non|super|ultra|over)[- ](?=[a-z])", re.IGNORECASE
)
_COMPOUNDS = tuple(
    (re.compile(rf"\b{a}[- ]?{b}\b", re.IGNORECASE), a, b)
    for a, b in (
        ("machine", "gun"), ("sub", "machine"), ("war", "head"), ("air", "craft"), ("air", "defence"),
        ("air", "defense"),
        ("gun", "ship"), ("flame", "thrower"), ("mine", "layer"), ("hand", "gun"), ("war", "plane"),
        ("war", "ship"),
        ("hand", "grenade"), ("land", "mine"), ("tear", "gas"), ("fire", "arm"), ("speed", "boat"),
        ("night", "vision"),
    )
)  # fmt: skip
_UNCOUNTED = re.compile(
    r"(ammunition|weaponry|equipment|hardware|ordnance|artillery|armour|armor|materiel|aircraft|munitions|gas)\Z"
)


def designation_variants(name: str) -> list[str]:
    """S-300 as S 300 and S300, Pantsir-S1 as Pantsir S1 and Pantsir S-1: only where letters and digits meet
    or a hyphen stands.
    """
    if not any(char.isdigit() for char in name):
        return hyphen_variants(name)
    parts = _SPLIT.split(name)
    choices: list[list[str]] = []
    for i, part in enumerate(parts):
        if i % 2:
            choices.append(_separators(parts[i - 1], part, parts[i + 1]))
        else:
            choices.append(_inner(part, first=i == 0))
    variants = dict.fromkeys("".join(choice) for choice in product(*choices))
    return list(variants)[:_MOST_VARIANTS]


def _separators(left: str, separator: str, right: str) -> list[str]:
    digits = left[-1:].isdigit() + right[:1].isdigit()
    if digits == 2:
        return [separator]
    if digits == 1 and (
        (len(left) <= 4 and left.isupper()) or (right[:1].isalpha() and len(right) <= 4 and right.isupper())
    ):
        return [separator, *{"-": (" ", ""), " ": ("-", "")}[separator]]
    return [separator, {"-": " ", " ": "-"}[separator]]


def _inner(part: str, *, first: bool) -> list[str]:
    found = [part]
    if not first and re.fullmatch(r"[^\W\d_]{1,3}\d+", part):
        found.append(_LETTERS_DIGITS.sub("-", part))
    elif first and re.fullmatch(r"[^\W\d_]{1,3}\d+[^\W\d_]{0,4}\d*", part):
        at = next(i for i, char in enumerate(part) if char.isdigit())
        found += [f"{part[:at]}-{part[at:]}", f"{part[:at]} {part[at:]}"]
    if (spaced := _DIGITS_SUFFIX.sub(" ", part)) != part:
        found += [spaced, spaced.replace(" ", "-")]
    return found


def hyphen_variants(name: str) -> list[str]:
    """Al-Tanf as Al Tanf; a name without hyphens as it is."""
    return [name, name.replace("-", " ")] if "-" in name.strip("-") else [name]


def english_variants(name: str) -> list[str]:
    """British and American spellings, joined and parted compounds (anti-tank, anti tank, antitank; machine
    gun, machinegun).
    """
    found = [name]
    for british, american in _BRITISH_AMERICAN:
        found += [n.replace(british, american) for n in found if british in n]
        found += [n.replace(american, british) for n in found if american in n and british not in n]
    found = list(dict.fromkeys(found))
    for join in ("-", " ", ""):
        found += [_PREFIX.sub(rf"\g<1>{join}", n) for n in found]
    for pattern, a, b in _COMPOUNDS:
        found += [
            pattern.sub(f"{a}{join}{b}", n) for n in found if pattern.search(n) for join in (" ", "-", "")
        ]
    found += [n.replace("-", " ") for n in found]
    return list(dict.fromkeys(found))


def plural(name: str) -> str | None:
    """The English plural of a class or designation, or None where it has none of its own (ammunition)."""
    head, of, rest = name.partition(" of ")
    if of and head.islower():
        headed = plural(head)
        return headed + of + rest if headed else None
    lower = name.lower()
    if _UNCOUNTED.search(lower) or not name[-1].isalnum():
        return None
    if lower.endswith("ies") or (lower.endswith("s") and name.islower() and not lower.endswith("ss")):
        return None
    if name[-1].isupper() or name[-1].isdigit():
        return name + "s"
    if lower.endswith(("s", "x", "z", "ch", "sh")):
        return name + "es"
    if lower.endswith("y") and lower[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    if lower.endswith("man") and name.islower():
        return name[:-2] + "en"
    return name + "s"
