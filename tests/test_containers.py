"""The containers are laid out as the project is. Building and running them needs Docker, which tests do not."""

import re
import shutil
import subprocess

import pytest
import yaml
from django.core.management import get_commands

from tests.services.elastic_distribution import VERSION
from tests.services.shared_node import ROOT

TEXT, EXAMPLE = ((ROOT / name).read_text() for name in ("compose.yaml", ".env.example"))
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]


def test_compose_itself_finds_no_fault():
    tool = next(
        (found for found in (["docker-compose"], ["docker", "compose"]) if shutil.which(found[0]) and _runs(found)),
        None,
    )
    if tool is None:
        pytest.skip("neither docker-compose nor the compose plugin of docker is here")
    done = subprocess.run(
        [*tool, "--profile", "elasticsearch", "config", "-q"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _runs(tool):
    return subprocess.run([*tool, "version"], capture_output=True, check=False).returncode == 0


def test_every_service_runs_a_command_that_there_is():
    ran = {name: service["command"] for name, service in SERVICES.items() if service.get("image") == "vejviser"}
    assert set(ran) == {"prepare", "web", "worker", "search"}
    for command in ran.values():
        assert command[:2] == ["python", "manage.py"]
        assert command[2] in get_commands()


def test_every_setting_reaches_the_site_and_stands_in_the_example():
    assert all(service["env_file"] == ".env" for service in SERVICES.values() if service.get("image") == "vejviser")
    sources = [*(ROOT / "cms" / "settings").glob("*.py"), *(ROOT / "cms" / "serving").glob("*.py")]
    named = re.compile(r"""(?:text|flag|number|words|environ\.get|environ)[(\[]"([A-Z_]+)"[,)\]]""")
    read = {name for path in sources for name in named.findall(path.read_text())}
    example = set(re.findall("^([A-Z_]+)=", EXAMPLE, flags=re.MULTILINE))
    assert len(read) > 25
    # Where the folder is belongs to the unit or the container.
    assert read - example == {"VEJVISER_VAR"}


def test_no_password_has_a_default():
    assert "POSTGRES_PASSWORD:-" not in TEXT
    assert not re.findall("^(SECRET_KEY|POSTGRES_PASSWORD)=.+$", EXAMPLE, flags=re.MULTILINE)


def test_what_makes_the_settings_makes_secrets_of_its_own_and_never_twice(tmp_path):
    made = [tmp_path / "one", tmp_path / "two"]
    for path in made:
        subprocess.run(["python3", "deploy/new_env.py", path], cwd=ROOT, check=True)
    one, two = (dict(re.findall("^([A-Z_]+)=(.*)$", path.read_text(), flags=re.MULTILINE)) for path in made)
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD"):
        assert len(one[name]) >= 32
        assert one[name] != two[name]
    assert made[0].stat().st_mode & 0o777 == 0o600
    before = made[0].read_text()
    subprocess.run(["python3", "deploy/new_env.py", made[0]], cwd=ROOT, check=True)
    assert made[0].read_text() == before


def test_the_site_writes_to_its_volume_and_nowhere_else():
    for name in ("prepare", "web", "worker", "search"):
        assert SERVICES[name]["read_only"]
        assert SERVICES[name]["cap_drop"] == ["ALL"]
    assert all("healthcheck" in SERVICES[name] for name in ("web", "postgres", "elasticsearch"))


def test_the_proxy_keeps_the_rules_of_the_example_under_the_names_of_here():
    script = SERVICES["proxy"]["command"][2].replace("$$", "$")
    script = script.replace("/etc/vejviser/nginx.conf", "deploy/nginx.conf").split("> /etc/nginx")[0]
    env = {"PATH": "/usr/bin:/bin", "ALLOWED_HOSTS": "a.dk,b.dk"}
    made = subprocess.run(["sh", "-c", script], cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout
    assert "server web:8000;" in made
    assert made.count("server_name a.dk b.dk;") == 2
    assert len(made.splitlines()) == len((ROOT / "deploy" / "nginx.conf").read_text().splitlines())


def test_nothing_is_reachable_from_other_machines():
    ports = [port for service in SERVICES.values() for port in service.get("ports", ())]
    assert ports
    assert all(port.startswith(("127.0.0.1:", "${PROXY_ADDRESS:-127.0.0.1}:")) for port in ports)


def test_the_server_is_the_one_that_tests_run_against():
    assert SERVICES["elasticsearch"]["image"] == f"elasticsearch:{VERSION}"


def test_what_the_site_needs_is_copied_into_its_image():
    recipe = (ROOT / "Dockerfile").read_text()
    for name in ("requirements.lock", "manage.py", "search", "directory", "cms", "templates", "locale", "docs"):
        assert f"COPY {name} " in recipe
        assert (ROOT / name).exists()


def test_settings_for_real_visitors_are_written_with_the_values_that_are_given_and_no_others(tmp_path):
    command = ["python3", "deploy/new_env.py", tmp_path / "env", "ALLOWED_HOSTS=a.dk,b.dk", "EMAIL_URL=smtp://a?tls=on"]
    subprocess.run(command, cwd=ROOT, check=True)
    told = dict(re.findall("^([A-Z_]+)=(.*)$", (tmp_path / "env").read_text(), flags=re.MULTILINE))
    assert (told["ALLOWED_HOSTS"], told["EMAIL_URL"]) == ("a.dk,b.dk", "smtp://a?tls=on")
    assert (told["DJANGO_SETTINGS_MODULE"], told["BEHIND_PROXY"]) == ("cms.settings.production", "on")
    assert len(told["SECRET_KEY"]) >= 32
    command[2:] = [tmp_path / "other", "ALOWED_HOSTS=a.dk"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "No setting is called ALOWED_HOSTS" in done.stderr
    assert not (tmp_path / "other").exists()
