"""deploy/nginx and deploy/systemd: what nginx says of them, and that they agree with each other."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tools.proxying import (
    NGINX,
    SHIPPED_PORTS,
    find_nginx,
    free_ports,
    placed,
    proxied,
    written,
)

ROOT = Path(__file__).resolve().parents[2]
SYSTEMD = ROOT / "deploy" / "systemd"
HTTP = (NGINX / "http.conf").read_text(encoding="utf-8")
LOCATIONS = (NGINX / "palliative" / "locations.conf").read_text(encoding="utf-8")


def directives(text: str) -> list[str]:
    """The lines of a configuration that say something."""
    lines = (re.sub(r"(^|\s)#.*", "", line).strip() for line in text.splitlines())
    return [line for line in lines if line]


def block(opening: str, text: str = LOCATIONS) -> str:
    """The body of the block that begins with `opening`."""
    begin = text.index(opening + " {") + len(opening) + 2
    return text[begin : text.index("\n}", begin)]


def unit() -> dict[str, dict[str, list[str]]]:
    """The unit file, section -> name -> values in order."""
    found: dict[str, dict[str, list[str]]] = {}
    for line in directives((SYSTEMD / "palliative@.service").read_text("utf-8")):
        if line.startswith("["):
            section = found.setdefault(line.strip("[]"), {})
        else:
            name, _, value = line.partition("=")
            section.setdefault(name, []).append(value)
    return found


def takes(main: Path, folder: Path) -> None:
    """Let nginx read the configuration; where there is none, its braces must at least close."""
    program = find_nginx()
    if program:
        command = [program, "-t", "-c", str(main), "-p", str(folder), "-e", str(folder / "log")]
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        assert said.returncode == 0, said.stderr
        assert "[warn]" not in said.stderr
    for file in folder.rglob("*.conf"):
        text = "\n".join(directives(file.read_text(encoding="utf-8")))
        text = re.sub(r'"[^"\n]*"', "", text)
        assert text.count("{") == text.count("}"), file


@pytest.mark.parametrize("base", ["/", "/palliative/"])
def test_nginx_takes_the_configuration(tmp_path: Path, base: str) -> None:
    takes(written(tmp_path, 8699, (8697, 8698), base), tmp_path)


def test_nginx_takes_the_shipped_site_with_a_certificate(tmp_path: Path) -> None:
    main = written(tmp_path, 8699, (8697, 8698))
    site = placed((NGINX / "site.conf").read_text(encoding="utf-8"), tmp_path, (8697, 8698))
    live = "/etc/letsencrypt/live/dashboard.example.org"
    assert site.count(live) == 2
    (tmp_path / "site.conf").write_text(site.replace(live, str(tmp_path)), encoding="utf-8")
    openssl = shutil.which("openssl")
    if openssl:
        names = ["-keyout", str(tmp_path / "privkey.pem"), "-out", str(tmp_path / "fullchain.pem")]
        command = [openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *names]
        subprocess.run([*command, "-subj", "/CN=localhost"], capture_output=True, check=True)
        takes(main, tmp_path)
    assert "listen 443 ssl" in site
    assert "return 301 https://" in site


def test_a_visitor_reads_words_while_no_process_is_there(tmp_path: Path) -> None:
    if not find_nginx():  # then the programs that need it must say so
        with pytest.raises(RuntimeError, match="nginx-light"), proxied(tmp_path, (1, 2)):
            raise AssertionError("nothing can run here")
        return
    with proxied(tmp_path, free_ports(2)) as proxy:
        status, headers, body = answer(f"{proxy.url}programs?year=2022")
        assert (status, headers["retry-after"]) == (503, "5")
        assert "The dashboard is restarting" in body
        assert "default-src 'none'" in headers["content-security-policy"]
        for hidden in ("_stcore/metrics", "_stcore/script-health-check", "_stcore/agent/mcp"):
            assert answer(proxy.url + hidden)[0] == 404
        upload = f"{proxy.url}_stcore/upload_file/a/b"
        assert answer(upload, b"x" * 6_500_000)[0] == 413
        assert 429 in {answer(upload, b"x")[0] for _ in range(15)}
    log = (tmp_path / "palliative.log").read_text("utf-8")
    assert '"path":"/resting.html","status":503' in log
    for told in ("127.0.0.1", "year=2022", "/a/b", "Python-urllib"):
        assert told not in log


def answer(url: str, body: bytes | None = None) -> tuple[int, dict[str, str], str]:
    """Status, headers (names in lower case) and text of an answer, whatever its status."""
    request = urllib.request.Request(url, data=body, method="PUT" if body else "GET")
    try:
        with urllib.request.urlopen(request, timeout=10) as found:
            return found.status, {}, found.read().decode()
    except urllib.error.HTTPError as refused:
        headers = {name.lower(): value for name, value in refused.headers.items()}
        return refused.code, headers, refused.read().decode()


def test_every_process_stands_in_every_list_and_map() -> None:
    for name in ("palliative_any", "palliative_a", "palliative_b", "palliative_by_address"):
        servers = re.findall(r"server 127\.0\.0\.1:(\d+)", block(f"upstream {name}", HTTP))
        assert sorted(map(int, servers)) == list(SHIPPED_PORTS), name
    letters = re.findall(r'"~:(\d+)\$" (\w);', HTTP)
    for port, letter in letters:
        first = re.search(
            r"server 127\.0\.0\.1:(\d+) max", block(f"upstream palliative_{letter}", HTTP)
        )
        assert first is not None
        assert first[1] == port
        assert HTTP.count(f"palliative_{letter};") == 2  # pages, and what belongs to an open page
    assert [int(port) for port, _ in letters] == list(SHIPPED_PORTS)


def test_what_belongs_to_an_open_page_follows_its_process() -> None:
    for opening in (
        "location ~ /_stcore/stream$",
        "location ~ /_stcore/upload_file/",
        "location ~ /media/",
        "location ~ /_stcore/(?:health|host-config)$",
    ):
        assert "proxy_pass http://$palliative_open;" in block(opening), opening
    for opening in ("location ~ ^/", "location ~ /_stcore/(?:health|host-config)$"):
        assert "Set-Cookie $palliative_cookie" in block(opening), opening


def test_operators_addresses_are_refused_before_anything_else() -> None:
    expressions = re.findall(r"^location ~ (\S+) \{(.*)", LOCATIONS, re.MULTILINE)
    refused = [expression for expression, rest in expressions if "return 404" in rest]
    assert [expression for expression, _ in expressions[: len(refused)]] == refused
    for base in ("", "/palliative"):
        for path in ("/_stcore/metrics", "/_stcore/script-health-check", "/metrics", "/readyz",
                     "/_stcore/agent/interact", "/livez"):  # fmt: skip
            assert any(re.search(expression, base + path) for expression in refused), path
        for path in ("/", "/programs", "/_stcore/health", "/_stcore/stream", "/static/js/a.js",
                     "/county?county=06029", "/app/static/icon.png"):  # fmt: skip
            assert not any(re.search(expression, base + path) for expression in refused), path


def test_an_address_is_met_by_the_expression_that_was_meant_for_it() -> None:
    expressions = re.findall(r"^location ~ (\S+) \{", LOCATIONS, re.MULTILINE)

    def first(path: str) -> str:
        return next(each for each in expressions if re.search(each, path))

    for base in ("", "/palliative"):
        assert first(f"{base}/static/js/index.abc.js") == "/static/"
        assert first(f"{base}/static/media/font.woff2") == "/static/"
        assert first(f"{base}/app/static/ca_counties.topo.json") == "/app/static/"
        assert first(f"{base}/media/0a1b.csv") == "/media/"
        assert first(f"{base}/_stcore/upload_file/1/2") == "/_stcore/upload_file/"
        assert first(f"{base}/programs") == "^/"


def test_an_upload_fits_and_stays_in_memory() -> None:
    config = configparser.RawConfigParser()
    text = (ROOT / ".streamlit" / "config.toml").read_text("utf-8")
    config.read_string(text[text.index("[server]") : text.index("[client]")])
    app_limit = int(config["server"]["maxUploadSize"].partition("#")[0])
    upload = block("location ~ /_stcore/upload_file/")
    limits = re.findall(r"(?:client_max_body_size|client_body_buffer_size) (\d+)m;", upload)
    assert limits == [str(app_limit + 1)] * 2  # a megabyte for the envelope
    assert "proxy_max_temp_file_size 0;" in directives(LOCATIONS)


def test_the_log_tells_nothing_about_a_visitor() -> None:
    form = HTTP[HTTP.index("log_format") :]
    asked = set(re.findall(r"\$(\w+)", form))
    known = {"remote_addr", "request", "args", "query_string", "request_uri", "http_user_agent",
             "http_referer", "uri", "binary_remote_addr", "http_cookie"}  # fmt: skip
    assert asked
    assert not asked & known


def test_words_in_place_of_a_bare_error_stand_alone() -> None:
    class Links(HTMLParser):
        fetched: list[str]

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag not in ("script", "img", "link", "iframe", "a"), tag
            self.fetched += [value or "" for name, value in attrs if name in ("src", "href")]

    for name in ("resting.html", "busy.html"):
        text = (NGINX / "words" / name).read_text(encoding="utf-8")
        parser = Links()
        parser.fetched = []
        parser.feed(text)
        assert parser.fetched == []
        assert text.count("<h1>") == 1
        assert f"/{name} " in (NGINX / "palliative" / "server.conf").read_text("utf-8")
        assert not re.search(r"\b50[234]\b|gateway|upstream", text, re.IGNORECASE)
    assert 'http-equiv="refresh"' in (NGINX / "words" / "resting.html").read_text("utf-8")


def test_the_unit_is_shut_in() -> None:
    service = unit()["Service"]
    for name, value in {
        "DynamicUser": "yes",
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "PrivateTmp": "yes",
        "PrivateDevices": "yes",
        "CapabilityBoundingSet": "",
        "IPAddressDeny": "any",
        "IPAddressAllow": "localhost",
        "Restart": "always",
        "OOMPolicy": "continue",
    }.items():
        assert service[name] == [value], name
    assert "MemoryMax" in service
    assert "/opt/palliative" in service["ReadOnlyPaths"][0]
    (command,) = service["ExecStart"]
    assert "serve.py" in command
    assert "--server.address 127.0.0.1 --server.port %i" in command


def test_systemd_takes_the_unit() -> None:
    program = shutil.which("systemd-analyze")
    if program:
        unit_file = str(SYSTEMD / "palliative@.service")
        said = subprocess.run(
            [program, "verify", unit_file], capture_output=True, text=True, check=False
        )
        complaints = [
            line
            for line in said.stderr.splitlines()
            # It looks for the program itself, which is not installed where tests run.
            if line and "is not executable" not in line
        ]
        assert complaints == []
    assert set(unit()) == {"Unit", "Service", "Install"}
