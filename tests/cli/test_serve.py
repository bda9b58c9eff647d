import asyncio
import re
import socket
import subprocess
import threading
import time
from pathlib import Path

import httpx

from tests.rig.databases import TEMPLATE
from tests.rig.postgresql import Server as PostgresqlServer
from tests.rig.program import hidamari
from tests.rig.server import Server, environment_for, free_port, serving

# Seconds; the figures that matter are measured in a quiet house.
A_BUSY_MACHINE = 60.0


def get(url: str) -> httpx.Response:
    return httpx.get(url, trust_env=False)


def test_the_server_answers_and_stops_when_asked(server: Server) -> None:
    answer = get(f"{server.url}/healthz")
    assert (answer.status_code, answer.json(), "server" in answer.headers) == (200, {"status": "ok"}, False)
    started = time.monotonic()
    assert server.stop() == 0
    assert time.monotonic() - started < A_BUSY_MACHINE


def test_head_answers_without_a_body_and_the_log_names_routes_and_nothing_of_visitors(server: Server) -> None:
    answer = httpx.head(f"{server.url}/static/favicon.svg", trust_env=False)
    assert (answer.status_code, answer.content, int(answer.headers["content-length"]) > 0) == (200, b"", True)
    httpx.get(f"{server.url}/canary?x=canary", headers={"User-Agent": "canary"}, trust_env=False)
    server.stop()
    lines = server.log.read_text().splitlines()
    assert any(re.search(r"hidamari\.access GET - 404 \d+\.\d+ms$", line) for line in lines)
    assert not any("canary" in line or "127.0.0.1 -" in line for line in lines)


def test_a_request_under_way_is_finished_before_the_stop(server: Server) -> None:
    port = int(server.url.rsplit(":", 1)[1])
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n")
        threading.Timer(0.3, lambda: connection.sendall(b"\r\n")).start()
        answer = connection.recv(100)
    assert answer.startswith(b"HTTP/1.1 200")
    assert server.stop() == 0


def test_a_port_in_use_is_said_in_one_line(sqlite_address: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            hidamari("serve", "--port", port),
            env=environment_for(sqlite_address),
            capture_output=True,
            text=True,
            check=False,
        )
    assert (done.returncode, len(done.stderr.splitlines()), port in done.stderr) == (1, 1, True)


def test_several_workers_serve_one_postgresql(postgresql_template: PostgresqlServer, tmp_path: Path) -> None:
    # A copy of its own: a house that serves tidies, and the template is for every other test.
    asyncio.run(postgresql_template.run(f"CREATE DATABASE workers TEMPLATE {TEMPLATE}"))
    with serving(postgresql_template.address("workers"), tmp_path / "log", "--workers", "2") as server:
        assert {get(f"{server.url}/healthz").status_code for _ in range(20)} == {200}
        assert server.stop() in {0, -15}


def test_the_demo_is_there_and_there_again(tmp_path: Path) -> None:
    spent = [seconds_until_the_demo_answers(tmp_path / "demo") for _ in range(2)]
    assert max(spent) < A_BUSY_MACHINE


def seconds_until_the_demo_answers(folder: Path) -> float:
    port, started = str(free_port()), time.monotonic()
    command = hidamari("demo", "--port", port, "--dir", str(folder))
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            until_it_answers(f"http://127.0.0.1:{port}/healthz", process)
            spent = time.monotonic() - started
            assert get(f"http://127.0.0.1:{port}/").headers["x-robots-tag"] == "noindex"
        finally:
            process.terminate()
        said = process.communicate()[0]
    assert [mail in said for mail in ("organiser@demo", "facilitator@demo", "venue@demo")] == [True] * 3
    return spent


def until_it_answers(url: str, process: "subprocess.Popen[str]") -> None:
    until = time.monotonic() + A_BUSY_MACHINE
    while time.monotonic() < until:
        assert process.poll() is None
        try:
            get(url)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
