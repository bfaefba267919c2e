"""docs/deploy.md and docs/security.md name only what there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from streamlit import config

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = (ROOT / "docs" / "deploy.md").read_text(encoding="utf-8")
SECURITY = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
SETTING = re.compile(r"\b(?:STREAMLIT_[A-Z_]+|PUBLIC_ADDRESS|FRAME_ANCESTORS|DASHBOARD_[A-Z_]+)\b")
#: Read by the unit, not by the app.
OF_THE_UNIT = {"HEALTH_PATH"}


def files_of(*folders: str) -> list[Path]:
    """The text files of these folders."""
    return [
        file
        for folder in folders
        for file in sorted((ROOT / folder).rglob("*"))
        if file.is_file() and "__pycache__" not in file.parts
    ]


def streamlit_settings() -> set[str]:
    """Every option of Streamlit as an environment variable."""
    return {
        "STREAMLIT_" + re.sub(r"(?<=[a-z])(?=[A-Z])|\.", "_", option).upper()
        for option in config.get_config_options()
    }


def test_every_setting_that_is_named_exists() -> None:
    code = "\n".join(
        file.read_text("utf-8") for file in files_of("lib", "server") if file.suffix == ".py"
    )
    read_by_code = set(re.findall(r'environ\.get\(\s*"([A-Z_]+)"', code))
    named = set(SETTING.findall(DEPLOY + SECURITY))
    for file in files_of("deploy"):
        named |= set(SETTING.findall(file.read_text("utf-8")))
    assert {"PUBLIC_ADDRESS", "FRAME_ANCESTORS", "STREAMLIT_SERVER_BASE_URL_PATH"} <= named
    assert named - read_by_code - streamlit_settings() == set()


def test_every_setting_of_the_code_and_of_the_files_is_told() -> None:
    code = "\n".join(
        file.read_text("utf-8") for file in files_of("lib", "server") if file.suffix == ".py"
    )
    told = set(re.findall(r"`([A-Z_]+)(?:=[^`]*)?`", DEPLOY))
    asked = set(re.findall(r'environ\.get\(\s*"([A-Z_]+)"', code))
    assert asked - told - {"SYSTEMROOT"} == set()  # Windows sets that one itself
    environment = (ROOT / "deploy" / "systemd" / "environment").read_text("utf-8")
    assert set(re.findall(r"^#?([A-Z_]+)=", environment, re.MULTILINE)) - told == set()
    assert told >= OF_THE_UNIT


@pytest.mark.parametrize("text", [DEPLOY, SECURITY])
def test_every_path_of_the_project_that_is_named_is_there(text: str) -> None:
    named = set(
        re.findall(r"\b(?:deploy|lib|server|tests|docs|benchmarks|\.streamlit)/[\w@./-]+", text)
    )
    named = {name.rstrip("./") for name in named}
    assert named
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_every_command_that_is_named_is_there() -> None:
    for module in re.findall(r"python\s+-m ([\w.]+)", DEPLOY + SECURITY):
        path = ROOT / Path(*module.split("."))
        assert path.with_suffix(".py").exists() or module in {"venv", "compileall"}, module
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:^    |`)make (\w+)", DEPLOY + SECURITY, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_ports_and_limits_in_words_are_those_of_the_files() -> None:
    http = (ROOT / "deploy" / "nginx" / "http.conf").read_text("utf-8")
    places = (ROOT / "deploy" / "nginx" / "palliative" / "locations.conf").read_text("utf-8")
    (pages,) = re.findall(r"zone=palliative_pages:\w+ rate=(\d+)r/s", http)
    (uploads,) = re.findall(r"zone=palliative_uploads:\w+ rate=(\d+)r/m", http)
    (burst,) = set(re.findall(r"zone=palliative_pages burst=(\d+)", places))
    (open_pages,) = re.findall(r"limit_conn palliative_open (\d+);", places)
    words = re.sub(r"\s+", " ", DEPLOY)
    assert f"{pages} questions a second ({burst} at once)" in words
    assert f"{open_pages} open pages and {uploads} uploads a minute" in words
    for port in re.findall(r"palliative@(\d+) palliative@(\d+)", DEPLOY)[0]:
        assert f"server 127.0.0.1:{port} " in http


def test_nothing_of_a_workplace_is_told() -> None:
    for text in (DEPLOY, SECURITY, *(f.read_text("utf-8") for f in files_of("deploy"))):
        assert not re.search(r"(?<!/app)/(?:work|root|home)/", text)
