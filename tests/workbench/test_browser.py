"""The workbench in a real browser: each way through it, hostile words, keyboard, accessibility."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import reports
from visiting import picture

FRONTEND = Path(__file__).parents[2] / "frontend"
BUILT = Path(__file__).parents[2] / "src/reportedly/workbench/static/built/explore.js"

needs_drawings = pytest.mark.skipif(
    not BUILT.exists(), reason="the drawings were not built (REPORTEDLY_ASSETS=off?)"
)


def standing(workbench, claim):
    return workbench.bench.snapshot().by_id[claim].state


def test_from_the_first_page_to_a_decision_and_a_table(page, workbench):
    """What somebody does in their first five minutes."""
    page.goto(workbench.url)
    picture(page, "overview")
    page.get_by_role("link", name="Start reviewing").click()
    claim = page.url.split("/")[-1].split("?")[0]
    page.locator("#reason").fill("as the report says")
    page.get_by_role("button", name="Accept").click()
    page.wait_for_url(re.compile("in=review"))
    assert standing(workbench, claim) == "accept"
    page.get_by_role("link", name="Claims", exact=True).click()
    with page.expect_download() as saved:
        page.get_by_role("link", name="CSV").click()
    assert "as the report says" in Path(saved.value.path()).read_text(encoding="utf-8-sig")


def test_the_desk_shows_the_claims_own_words(page, workbench):
    """Highlighted from the stored offsets, to the letter, and in view."""
    page.goto(f"{workbench.url}/claims/{workbench.claim('karsk.txt')}")
    picture(page, "desk")
    marked = page.locator("mark.on").all_text_contents()
    assert "".join(marked) == reports.KARSK.split("\n")[1]
    assert page.locator("mark.w-materiel").all_text_contents() == ["Kornet"]
    assert page.locator("mark.on").first.is_visible()
    assert page.locator(".text .aside").inner_text().strip() == "Share this story"


@pytest.mark.parametrize(("file", "words"), [("kita.txt", "カルスク戦線"), ("shamal.txt", "جبهة كارسك")])
def test_marks_stand_at_the_words_in_any_script(page, workbench, file, words):
    """Japanese without spaces, Arabic from right to left."""
    page.goto(f"{workbench.url}/claims/{workbench.claim(file)}")
    picture(page, f"desk-{file.removesuffix('.txt')}")
    assert page.locator("mark.w-recipient").all_text_contents() == [words]
    line = page.locator(".text p").nth(1)
    assert line.evaluate("e => getComputedStyle(e).direction") == ("rtl" if file == "shamal.txt" else "ltr")


def test_a_character_that_turns_the_line_is_shown_and_does_not_turn_it(page, workbench):
    """As a mark with its name; the character itself is not on the page."""
    page.goto(f"{workbench.url}/claims/{workbench.claim('shamal.txt')}")
    assert page.locator(".hid").first.get_attribute("title") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert "\u202e" not in page.content()


def test_keys_alone_are_enough(page, workbench):
    """Next, previous, accept, correct, undo, search."""
    first, second = workbench.claim("karsk.txt"), workbench.claim("karsk.txt", 1)
    page.goto(f"{workbench.url}/claims/{first}")
    page.keyboard.press("j")
    page.wait_for_url(f"**/claims/{second}")
    page.keyboard.press("k")
    page.wait_for_url(f"**/claims/{first}")
    page.keyboard.press("a")
    page.wait_for_selector(".state-accept")
    page.keyboard.press("c")
    assert page.locator("#correct").get_attribute("open") is not None
    page.keyboard.press("z")
    page.wait_for_selector(".claim-head .state-open")
    assert standing(workbench, first) == "open"
    page.keyboard.press("/")
    page.keyboard.type("missile")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=missile")


def test_words_are_picked_in_the_document(page, workbench):
    """The offsets count code points, also after a mark for a hidden character."""
    claim = workbench.claim("shamal.txt")
    page.goto(f"{workbench.url}/claims/{claim}")
    page.keyboard.press("c")
    page.evaluate(
        """() => {
          const pieces = [...document.querySelectorAll('#text [data-s]')];
          const piece = pieces.find((e) => e.textContent.includes('كورنيت'));
          const at = piece.firstChild.data.indexOf('كورنيت');
          getSelection().setBaseAndExtent(piece.firstChild, at, piece.firstChild, at + 6);
        }"""
    )
    row = page.locator("[data-row='materiel.0']")
    row.get_by_role("button", name="Pick words").click()
    start = reports.ARABIC.index("كورنيت")
    assert row.locator("[name$='.start']").input_value() == str(start)
    page.get_by_role("button", name="Save the correction").click()
    page.wait_for_selector(".state-correct")
    (filler,) = workbench.bench.snapshot().by_id[claim].body["materiel"]
    assert (filler["start"], filler["mention"]) == (start, "كورنيت")


def test_a_search_opens_at_the_hit(page, workbench):
    """Marked, and in view."""
    page.goto(f"{workbench.url}/search?q=Commanders")
    picture(page, "search")
    page.locator(".snippet a").first.click()
    assert page.locator("mark.w-hit").first.inner_text() == "Commanders"
    assert page.locator("mark.w-hit").first.is_visible()


def test_hostile_words_run_nothing(page, workbench):
    """In title, publisher, file name, entity, quote, note and reason; the page fixture fails on any script or
    request."""
    claim = next(e.id for e in workbench.bench.snapshot().entries if e.claim.title == reports.NASTY)
    page.goto(f"{workbench.url}/claims/{claim}?in=review")
    page.locator("#reason").fill(reports.NASTY)
    page.get_by_role("button", name="Note").click()
    page.wait_for_selector(".history")
    entity = workbench.bench.snapshot().by_id[claim].body["supplier"][0]["name"]
    allegation = page.request.get(f"{workbench.url}/allegations.json?words=script").json()["allegations"][0][
        "id"
    ]
    paths = [
        "",
        "claims",
        "review",
        "documents",
        "entities",
        "decisions",
        "allegations",
        "network",
        "map",
        "timeline",
    ]
    paths += [f"search?q={entity[:8]}", f"allegations/{allegation}", f"claims/{claim}", "add", "custody"]
    key = page.locator(".fields a[href^='/entities']").first.get_attribute("href")
    for path in [*paths, key.lstrip("/")]:
        page.goto(f"{workbench.url}/{path}")
        assert page.title() != "run", path
        assert page.locator("img").count() == 0, path
        assert "49" not in page.title()


def test_two_reviewers_at_once(page, browser, workbench):
    """The second is told who was quicker, with their own words still there."""
    claim = workbench.claim("karsk.txt")
    page.goto(f"{workbench.url}/claims/{claim}")
    other = browser.new_context().new_page()
    other.goto(workbench.link("ben", "reviewer"))
    other.goto(f"{workbench.url}/claims/{claim}")
    other.keyboard.press("r")
    other.wait_for_selector(".state-reject")
    page.locator("#reason").fill("I read it otherwise")
    page.get_by_role("button", name="Accept").click()
    page.wait_for_selector("[role=alert]")
    assert "ben" in page.locator("[role=alert]").inner_text()
    assert page.locator("#reason").input_value() == "I read it otherwise"
    other.context.close()


@needs_drawings
@pytest.mark.parametrize("name", ["network", "map"])
def test_drawings_are_drawn(page, workbench, name):
    """From the bundle, with no style or script that the policy refuses."""
    page.goto(f"{workbench.url}/{name}")
    if page.locator(f"#{name}").count():
        page.wait_for_selector(f"#{name}[data-drawn]")
    picture(page, name)


def test_the_timeline_draws_without_scripts(page, workbench):
    """A month is half, open ends point onward."""
    page.goto(f"{workbench.url}/timeline")
    picture(page, "timeline")
    assert page.locator("rect.bar-month").count() >= 1


@pytest.mark.slow
def test_reports_are_added_from_the_browser(page, workbench, tmp_path):
    """Read one after the other, each told; what fails says why; the same bytes again are a duplicate."""
    (tmp_path / "new.txt").write_text(
        "Coast notes\nRussia supplied Syria with 20 Kornet missiles in 2014, the ministry said.\n"
    )
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    page.goto(f"{workbench.url}/add")
    page.locator("#files").set_input_files([tmp_path / "new.txt", tmp_path / "broken.pdf"])
    page.get_by_role("button", name="Read them").click()
    page.wait_for_url(re.compile(r"/add/\d"))
    page.wait_for_selector("#after:not([hidden])", timeout=60_000)
    picture(page, "added")
    assert page.locator(".state-accept").count() == 1
    assert page.locator(".state-reject").count() == 1
    assert "new.txt" in {d.file for d in workbench.bench.snapshot().documents.values()}


def test_without_scripts_everything_is_still_said(browser, workbench):
    """Reading and deciding are plain pages and forms."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(workbench.link())
    claim = workbench.claim("coast.txt")
    page.goto(f"{workbench.url}/claims/{claim}")
    page.get_by_role("button", name="Accept").click()
    assert standing(workbench, claim) == "accept"
    page.goto(f"{workbench.url}/network")
    assert page.locator("table tbody tr").count() >= 1
    context.close()


PAGES = (
    "", "claims", "review", "documents", "entities", "entities/state%2Fir", "decisions", "allegations",
    "network", "map", "timeline", "add", "custody", "search?q=missile", "CLAIM", "ALLEGATION",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 834)])
def test_no_serious_barrier(page, workbench, scheme, width):
    """As axe-core finds them, in both lights, on a desk and on a tablet; and nothing scrolls sideways."""
    axe = FRONTEND / "axe.min.js"
    if not axe.exists():
        pytest.skip("axe-core was not fetched with the drawings (REPORTEDLY_ASSETS=off?)")
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    named = {"CLAIM": f"claims/{workbench.claim('karsk.txt')}"}
    allegation = page.request.get(f"{workbench.url}/allegations.json").json()["allegations"][0]["id"]
    named["ALLEGATION"] = f"allegations/{allegation}"
    found = []
    for path in PAGES:
        page.goto(f"{workbench.url}/{named.get(path, path)}")
        page.evaluate(axe.read_text())
        result = page.evaluate("axe.run({resultTypes: ['violations']})")
        found += [
            (path, v["id"], v["nodes"][0]["target"], v["nodes"][0].get("any", [{}])[:1])
            for v in result["violations"]
            if v["impact"] in ("serious", "critical")
        ]
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth + 1")
        found += [(path, "scrolls sideways", width)] if wide else []
        picture(
            page, f"{scheme}-{width}-{path.split('?')[0].replace('/', '-').replace('%2F', '-') or 'overview'}"
        )
    assert found == []
