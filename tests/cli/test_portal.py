import json


def test_the_package_s_portals_are_listed_by_name(command):
    rows = json.loads(command("portal", "list", "--format", "json").stdout)
    names = [row["name"] for row in rows]
    assert len(rows) >= 25
    assert names == sorted(names)
    [niaga] = [row for row in rows if row["name"] == "niaga-asia"]
    assert (niaga["title"], niaga["home"], niaga["from"]) == (
        "Niaga.Asia",
        "https://www.niaga.asia/",
        "package",
    )


def test_the_table_has_a_line_a_portal_and_says_what_to_do_with_a_name(command):
    ended = command("portal", "list")
    lines = ended.stdout.splitlines()
    assert lines[0].split() == ["Name", "Portal", "Region", "Home", "Doors", "From"]
    assert lines[-1] == f"{len(lines) - 4} portals. `kaltimcrawl crawl NAME` crawls one."
