import json
import logging
import re
import sys
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import LazySettings
from django.test import Client
from gunicorn.config import Config

from jewelcompare.logs import REQUEST, AsJson, WithoutQuery
from jewelcompare.server import Lines

NAME = re.compile(r"[0-9a-f]{32}")


def record_of(said: str, *arguments: object, **told: Any) -> logging.LogRecord:
    record = logging.LogRecord("django.server", logging.INFO, "", 0, said, arguments, None)
    record.__dict__.update(told)
    return record


def test_query_strings_stay_out_of_the_log() -> None:
    record = record_of('"%s" %s', "GET /decide/?budget=200&who=self HTTP/1.1", 200)
    assert WithoutQuery().filter(record)
    assert record.getMessage() == '"GET /decide/?… HTTP/1.1" 200'


def test_log_without_arguments_is_left_alone() -> None:
    record = record_of("Ready?")
    assert WithoutQuery().filter(record)
    assert record.getMessage() == "Ready?"


@pytest.mark.parametrize("sent", ['"}\n{"level":"ERROR"', "\r\n2026-01-01 ERROR", "\u2028\x00\x1b[31m"])
def test_nobody_writes_a_line_of_their_own(sent: str) -> None:
    line = AsJson().format(record_of("no page at %s", sent))
    assert line.isprintable()
    assert json.loads(line)["said"] == f"no page at {sent}"


def test_line_tells_what_happened_in_which_request() -> None:
    token = REQUEST.set("abcdefgh")
    line = json.loads(AsJson().format(record_of("Hm", told={"status": 404})))
    REQUEST.reset(token)
    assert line["request"] == "abcdefgh"
    assert (line["level"], line["logger"], line["said"], line["status"]) == ("INFO", "django.server", "Hm", 404)


def test_failure_is_told_with_where_it_happened() -> None:
    try:
        raise ValueError("bug")
    except ValueError:
        record = record_of("broken", exc_info=sys.exc_info())
    assert "ValueError: bug" in json.loads(AsJson().format(record))["failure"]


def test_every_answer_has_a_name_of_its_own(client: Client) -> None:
    names = {client.get("/healthz")["X-Request-ID"] for _ in range(3)}
    assert len(names) == 3
    assert all(map(NAME.fullmatch, names))


@pytest.mark.parametrize(
    ("behind_proxy", "given", "is_taken"),
    [
        (True, "proxy-0123456789", True),
        (False, "proxy-0123456789", False),
        (True, "short", False),
        (True, "a b c d e", False),
    ],
)
def test_name_is_taken_from_a_proxy_alone(
    client: Client, settings: LazySettings, behind_proxy: bool, given: str, is_taken: bool
) -> None:
    settings.BEHIND_PROXY = behind_proxy
    assert (client.get("/healthz", headers={"X-Request-ID": given})["X-Request-ID"] == given) is is_taken


def logged(path: str, **headers: str) -> None:
    config = Config()
    config.set("accesslog", "-")
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "QUERY_STRING": "budget=317", "REMOTE_ADDR": "9.9.9.9"}
    named = {"X-Request-ID": "abcdefgh", **{name.replace("_", "-"): value for name, value in headers.items()}}
    answer = SimpleNamespace(status="200 OK", sent=12, headers=list(named.items()))
    Lines(config).access(answer, None, environ, timedelta(milliseconds=7))


def test_server_logs_a_request_without_query_and_address(capfd: pytest.CaptureFixture[str]) -> None:
    logged('/decide/"\n')
    (line,) = capfd.readouterr().out.splitlines()
    told = json.loads(line)
    assert (told["path"], told["status"], told["milliseconds"]) == ('/decide/"\n', 200, 7.0)
    assert told["request"] == "abcdefgh"
    assert not {"317", "9.9.9.9"} & set(re.findall(r"[\d.]+", line))


def test_server_keeps_addresses_that_are_keys_out_of_its_log(capfd: pytest.CaptureFixture[str]) -> None:
    logged("/v/Xb3-secret/its-key/", Referrer_Policy="no-referrer")
    assert json.loads(capfd.readouterr().out)["path"] == "/v/…"
