"""A private RabbitMQ node, and fresh virtual hosts on whichever node there is."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

from tests.ground.process import Process, free_ports, leashed_folder, listens, wait_until


class RabbitMQ:
    """A RabbitMQ node one may stop, kill and start again on the same ports and the same data."""

    def __init__(self, folder: Path) -> None:
        self.port, api, dist, epmd = free_ports(4)
        self.url = f"amqp://guest:guest@127.0.0.1:{self.port}/"
        self.api = f"http://127.0.0.1:{api}"
        environment = self._environment = _environment(folder, node=self.port, api=api, dist=dist, epmd=epmd)
        # Erlang would start a port mapper that nobody owns; this one is ours and ends with us.
        self._mapper = Process("epmd", [_binary("epmd"), "-port", str(epmd)], folder, env=environment)
        self._mapper_port = epmd
        self._node = Process("rabbitmq", [_binary("rabbitmq-server")], folder, env=environment)

    @property
    def running(self) -> bool:
        return self._node.running

    def start(self) -> None:
        if not self._mapper.running:
            self._mapper.start()
            self._mapper.wait_until(lambda: listens(self._mapper_port), seconds=10)
        self._node.start()
        self._node.wait_until(lambda: ready(self.url, self.api), seconds=90)

    def stop(self) -> None:
        """Stop the node in order."""
        self._node.stop(seconds=30)

    def kill(self) -> None:
        """Crash the node: no farewell to clients, nothing more is written."""
        self._node.kill()

    def evaluate(self, expression: str) -> str:
        """Have the node evaluate Erlang, to bring about what is hard to meet by chance; gives what it answers."""
        command = [_binary("rabbitmqctl"), "--node", self._environment["RABBITMQ_NODENAME"], "eval", expression]
        environment = os.environ | self._environment
        return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout

    def close(self) -> None:
        """End the node and the port mapper."""
        self._node.kill()
        self._mapper.kill()


def _binary(name: str) -> str:
    # The script in PATH insists on the account "rabbitmq"; the one below it runs as anybody.
    for path in (f"/usr/lib/rabbitmq/bin/{name}", shutil.which(name), f"/usr/sbin/{name}"):
        if path and os.access(path, os.X_OK):
            return path
    raise FileNotFoundError(f"{name} is not installed: run scripts/servers_for_tests, or set SANAD_TEST_AMQP_URL")


def _environment(folder: Path, *, node: int, api: int, dist: int, epmd: int) -> dict[str, str]:
    (folder / "plugins").write_text("[rabbitmq_management].")
    (folder / "rabbitmq.conf").write_text(
        f"listeners.tcp.1 = 127.0.0.1:{node}\n"
        f"management.tcp.ip = 127.0.0.1\nmanagement.tcp.port = {api}\n"
        "collect_statistics_interval = 1000\ndisk_free_limit.absolute = 50MB\nvm_memory_high_watermark.absolute = 2GB\n"
    )
    return {
        "HOME": str(folder),
        "ERL_EPMD_PORT": str(epmd),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODENAME": f"sanad-{node}@localhost",
        "RABBITMQ_NODE_PORT": str(node),
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_DIST_PORT": str(dist),
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS": "-kernel inet_dist_use_interface {127,0,0,1} +sbwt none +sbwtdcpu none",
        "RABBITMQ_CONFIG_FILE": str(folder / "rabbitmq.conf"),
        "RABBITMQ_CONF_ENV_FILE": str(folder / "no-such-file"),
        "RABBITMQ_MNESIA_BASE": str(folder / "mnesia"),
        "RABBITMQ_LOG_BASE": str(folder / "log"),
        "RABBITMQ_PID_FILE": str(folder / "node.pidfile"),
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(folder / "plugins"),
    }


@contextmanager
def private_rabbitmq() -> Iterator[RabbitMQ]:
    """Run a node of one's own on free ports, with a cookie and a port mapper of its own."""
    with leashed_folder("rabbitmq") as folder:
        node = RabbitMQ(folder)
        try:
            node.start()
            yield node
        finally:
            node.close()


def ready(url: str, api: str) -> bool:
    """Say whether the broker greets an AMQP client and its management API answers."""
    address = urlsplit(url)
    try:
        with socket.create_connection((address.hostname or "127.0.0.1", address.port or 5672), 2) as client:
            client.sendall(b"AMQP\x00\x00\x09\x01")
            greeted = client.recv(8) != b""
        return greeted and call_api("GET", url, api, "/api/vhosts") is not None
    except OSError:
        return False


def call_api(method: str, url: str, api: str, path: str, body: object = None) -> object:
    """Call the management API with the account of `url`; return what it answers."""
    address = urlsplit(url)
    account = base64.b64encode(f"{address.username or 'guest'}:{address.password or 'guest'}".encode()).decode()
    headers = {"Authorization": f"Basic {account}", "Content-Type": "application/json"}
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(api + path, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=10) as answer:
        text = answer.read()
    return json.loads(text) if text else {}


def create_vhost(url: str, api: str) -> str:
    """Create a virtual host and return the URL that reaches it."""
    name, user = f"test-{uuid.uuid4().hex[:12]}", quote(urlsplit(url).username or "guest")
    call_api("PUT", url, api, f"/api/vhosts/{name}", {})
    rights = {"configure": ".*", "write": ".*", "read": ".*"}
    call_api("PUT", url, api, f"/api/permissions/{name}/{user}", rights)
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


def delete_vhost(url: str, api: str, vhost_url: str) -> None:
    """Delete the virtual host, waiting for a broker that is just coming back."""

    def gone() -> bool:
        try:
            call_api("DELETE", url, api, f"/api/vhosts/{urlsplit(vhost_url).path[1:]}")
        except urllib.error.HTTPError as refusal:
            return refusal.code == 404
        except OSError:
            return False
        return True

    wait_until(gone, "deleting the virtual host", seconds=30)


def default_api(url: str) -> str:
    """Guess where the management API of a broker is: the usual port beside it."""
    return f"http://{urlsplit(url).hostname}:15672"
