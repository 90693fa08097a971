"""What of ``resources/`` goes into the wheel."""

import tomllib

from tests.builders import ROOT


def test_every_resource_is_packed_and_no_picture():
    """A new file in resources/ must be named in pyproject; pictures for the README stay out."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    forced = settings["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    packed = {name for name in forced if name.startswith("resources/")}
    there = {f"resources/{p.name}" for p in (ROOT / "resources").iterdir()}
    assert packed == there - {"resources/screenshots"}
