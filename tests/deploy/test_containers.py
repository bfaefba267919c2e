"""deploy/container and deploy/kubernetes: shut in, complete, and of one mind with each other."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import yaml

from server import standing

ROOT = Path(__file__).resolve().parents[2]
CONTAINER = ROOT / "deploy" / "container"
KUBERNETES = ROOT / "deploy" / "kubernetes"
DOCKERFILE = (CONTAINER / "Dockerfile").read_text(encoding="utf-8")
#: Top folders that a running app does not need.
NOT_SERVED = {".ci", "benchmarks", "deploy", "docs", "tests", "tools"}
HEALTH = "/_stcore/health"


def documents(folder: Path) -> list[dict[str, Any]]:
    """Every YAML document of a folder; a file that does not load fails here."""
    files = sorted(folder.rglob("*.yaml"))
    assert files
    return [found for file in files for found in yaml.safe_load_all(file.read_text("utf-8"))]


def of_kind(kind: str, folder: Path = KUBERNETES / "base") -> dict[str, Any]:
    """The first document of this kind."""
    return next(each for each in documents(folder) if each.get("kind") == kind)


def instructions(name: str) -> list[str]:
    """The arguments of each instruction of this name, lines joined."""
    joined = DOCKERFILE.replace("\\\n", " ")
    return [line.split(None, 1)[1] for line in joined.splitlines() if line.startswith(f"{name} ")]


def pod() -> dict[str, Any]:
    """The pod that a Deployment makes."""
    spec: dict[str, Any] = of_kind("Deployment")["spec"]["template"]["spec"]
    return spec


def test_the_image_runs_as_nobody_in_a_folder_of_roots() -> None:
    (user,) = instructions("USER")
    last = DOCKERFILE[DOCKERFILE.rindex("FROM ") :]
    assert "USER" in last
    number = int(user.partition(":")[0])
    assert number > 0
    assert f"--uid {number}" in last
    assert "--chown" not in last
    assert pod()["securityContext"]["runAsUser"] == number


def test_the_base_is_pinned_to_a_version() -> None:
    bases = {line.split()[0] for line in instructions("FROM")}
    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-\w+(@sha256:[0-9a-f]{64})?", bases.pop())


def test_the_image_holds_all_that_is_served_and_is_given_no_more() -> None:
    # A build stage takes files of the project, the last stage takes the build.
    copied = {
        Path(source).name
        for line in instructions("COPY")
        if "--from" not in line
        for source in line.split()[:-1]
    }
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    folders = {path.partition("/")[0] for path in tracked if "/" in path}
    assert folders - NOT_SERVED <= copied
    assert {"serve.py", "streamlit_app.py", "requirements.txt", "constraints.txt"} <= copied
    assert all((ROOT / name).exists() for name in copied)
    given = (CONTAINER / "Dockerfile.dockerignore").read_text("utf-8").splitlines()
    assert {line[1:] for line in given if line.startswith("!")} == copied


def test_a_broken_table_stops_the_build() -> None:
    assert any("-m lib.check" in line for line in instructions("RUN"))


def test_ports_and_health_agree() -> None:
    (port,) = instructions("EXPOSE")
    (health,) = instructions("HEALTHCHECK")
    assert f"127.0.0.1:{port}{HEALTH}" in health
    (command,) = (json.loads(line) for line in instructions("CMD"))
    assert command[command.index("--server.port") + 1] == port
    (container,) = pod()["containers"]
    assert container["ports"] == [{"name": "http", "containerPort": int(port)}]
    for probe in ("startupProbe", "livenessProbe"):
        assert container[probe]["httpGet"] == {"path": HEALTH, "port": "http"}
    assert container["readinessProbe"]["httpGet"] == {"path": "/health/ready", "port": "http"}
    assert "health/ready" in standing.ANSWERS
    compose = yaml.safe_load((CONTAINER / "compose.yaml").read_text("utf-8"))
    nginx = (ROOT / "deploy" / "nginx" / "http.conf").read_text("utf-8")
    for service in compose["services"].values():
        address, outside, inside = service["ports"][0].split(":")
        assert (address, inside) == ("127.0.0.1", port)
        assert f"server 127.0.0.1:{outside} " in nginx


def test_compose_shuts_the_containers_in() -> None:
    compose = yaml.safe_load((CONTAINER / "compose.yaml").read_text("utf-8"))
    assert len(compose["services"]) == 2
    for service in compose["services"].values():
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]
        assert "noexec" in service["tmpfs"][0]
        assert service["mem_limit"]


def test_every_container_of_a_pod_is_shut_in() -> None:
    fetch = of_kind("Deployment", KUBERNETES / "data-from-bucket")
    inside = fetch["spec"]["template"]["spec"]["initContainers"] + pod()["containers"]
    assert len(inside) == 3
    for container in inside:
        security = container["securityContext"]
        assert security["allowPrivilegeEscalation"] is False
        assert security["readOnlyRootFilesystem"] is True
        assert security["capabilities"] == {"drop": ["ALL"]}
    assert pod()["securityContext"]["runAsNonRoot"] is True
    assert pod()["automountServiceAccountToken"] is False
    assert "resources" in pod()["containers"][0]


def test_a_new_edition_leaves_no_gap() -> None:
    deployment = of_kind("Deployment")["spec"]
    assert deployment["replicas"] >= 2
    assert deployment["strategy"]["rollingUpdate"]["maxUnavailable"] == 0
    (container,) = pod()["containers"]
    waits = int(container["lifecycle"]["preStop"]["exec"]["command"][1])
    assert pod()["terminationGracePeriodSeconds"] >= waits + 15
    scaler = of_kind("HorizontalPodAutoscaler")["spec"]
    assert scaler["minReplicas"] == deployment["replicas"]
    assert of_kind("PodDisruptionBudget")["spec"]["maxUnavailable"] == 1


def test_labels_names_and_ports_lead_to_each_other() -> None:
    label = {"app": "palliative"}
    deployment = of_kind("Deployment")
    assert deployment["spec"]["template"]["metadata"]["labels"] == label
    for kind in ("Deployment", "PodDisruptionBudget"):
        assert of_kind(kind)["spec"]["selector"]["matchLabels"] == label
    assert of_kind("NetworkPolicy")["spec"]["podSelector"]["matchLabels"] == label
    services = {d["metadata"]["name"]: d for d in documents(KUBERNETES) if d["kind"] == "Service"}
    assert services["palliative"]["spec"]["selector"] == label
    assert services["palliative"]["spec"]["sessionAffinity"] == "ClientIP"
    assert "selector" not in services["palliative-nowhere"]["spec"]
    ingress = of_kind("Ingress")["spec"]
    for path in ingress["rules"][0]["http"]["paths"]:
        service = path["backend"]["service"]
        assert service["port"]["name"] in {
            p["name"] for p in services[service["name"]]["spec"]["ports"]
        }
    target = of_kind("HorizontalPodAutoscaler")["spec"]["scaleTargetRef"]
    assert target == {
        "apiVersion": deployment["apiVersion"],
        "kind": "Deployment",
        "name": deployment["metadata"]["name"],
    }
    (settings,) = pod()["containers"][0]["envFrom"]
    assert settings["configMapRef"]["name"] == of_kind("ConfigMap")["metadata"]["name"]


def test_the_ingress_follows_open_pages_and_hides_operators_addresses() -> None:
    ingress = of_kind("Ingress")
    notes = ingress["metadata"]["annotations"]
    prefix = "nginx.ingress.kubernetes.io/"
    assert notes[f"{prefix}affinity"] == "cookie"
    assert notes[f"{prefix}proxy-body-size"] == "6m"
    assert all(isinstance(value, str) for value in notes.values())
    hidden = {
        path["path"]
        for path in ingress["spec"]["rules"][0]["http"]["paths"]
        if path["backend"]["service"]["name"] == "palliative-nowhere"
    }
    assert hidden == {"/_stcore/metrics", "/_stcore/script-health-check"}


def test_nothing_leaves_a_pod() -> None:
    policy = of_kind("NetworkPolicy")["spec"]
    assert set(policy["policyTypes"]) == {"Ingress", "Egress"}
    assert policy["egress"] == []


def test_every_file_of_a_folder_is_named_by_its_kustomization() -> None:
    base = yaml.safe_load((KUBERNETES / "base" / "kustomization.yaml").read_text("utf-8"))
    for folder in ("base", "data-from-bucket"):
        root = KUBERNETES / folder
        named = yaml.safe_load((root / "kustomization.yaml").read_text("utf-8"))
        assert named["images"] == base["images"]
        files = {file.name for file in root.glob("*.yaml")} - {"kustomization.yaml"}
        patches = {patch["path"] for patch in named.get("patches", [])}
        assert files == {each for each in named["resources"] if each != "../base"} | patches
