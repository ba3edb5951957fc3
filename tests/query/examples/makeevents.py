#!/usr/bin/env python3
# SPDX-FileCopyrightText: Trailglass authors
# SPDX-License-Identifier: MIT
"""Makes the records of events.ndjson: 240 regular ones, so that counts follow by thinking, then the odd ones.

makeevents.py > events.ndjson      prints them
makeevents.py --check FILE         exits 1 when a file holds others
"""

import json
import sys
from datetime import datetime, timedelta, timezone

from oddevents import ODD_EVENTS

VENDORS = ["asana", "secoda", "datafold", "paradime", "nected"]
SOURCES = {"asana": "Asana Prod", "secoda": 'se:co "da"', "datafold": "diff", "paradime": "bolt", "nected": "rules"}
# By vendor four kinds in turn: action, category, op, outcome.
KINDS = {
    "asana": [
        ("user_login_failed", "logins", "auth", "failure"),
        ("user_login_succeeded", "logins", "auth", "success"),
        ("task_created", "content", "create", "unknown"),
        ("team_role_changed", "roles", "grant", "unknown"),
    ],
    "secoda": [
        ("RESOURCE_UPDATED", "", "update", "unknown"),
        ("RESOURCE_DELETED", "", "delete", "unknown"),
        ("QUERY_EXECUTED", "", "execute", "unknown"),
        ("EXPORT_DOWNLOADED", "", "export", "unknown"),
    ],
    "datafold": [
        ("create", "datadiff", "create", "success"),
        ("update", "monitor", "update", "failure"),
        ("", "", "other", "success"),
        ("delete", "datadiff", "delete", "success"),
    ],
    "paradime": [
        ("schedule_manual_run", "bolt", "execute", "unknown"),
        ("RUN_TRIGGERED", "BOLT", "execute", "unknown"),
        ("api_key_created", "account", "create", "unknown"),
        ("user_login", "account", "auth", "unknown"),
    ],
    "nected": [
        ("Call Via API", "Api", "execute", "failure"),
        ("Test Via Console", "Dataset", "execute", "success"),
        ("Publish", "Rule", "update", "success"),
        ("Delete", "Rule", "delete", "failure"),
    ],
}
# Six in turn: id, email, name, type. The fifth is nobody.
ACTORS = [
    ("1111", "ann@example.com", "Ann Lee", "user"),
    ("2222", "BOB@Example.com", "", "user"),
    ("", "", "Zoë Müller", "user"),
    ("svc-7", "", "", "service_account"),
    ("", "", "", ""),
    ("", "", "", "system"),
]
START = datetime(2026, 9, 1, tzinfo=timezone.utc)


def display(*texts):
    return next((text for text in texts if text), "")


def compact(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def record(vendor, event_id, created, raw, **texts):
    """One line of NDJSON; `texts` by field name with `_` for the dot, absent ones are null."""

    def text(name):
        return texts.get(name) or None

    actor = [texts.get("actor_" + part, "") for part in ("id", "email", "name", "type")]
    target = [texts.get("target_" + part, "") for part in ("id", "name", "type")]
    head = {
        "source": SOURCES[vendor],
        "vendor": vendor,
        "id": event_id,
        "created": created,
        "received": texts.get("received", "2026-11-20T10:00:00.000000Z"),
        "action": text("action"),
        "category": text("category"),
        "op": texts.get("op", "other"),
        "outcome": texts.get("outcome", "unknown"),
        "actor": {
            "display": display(actor[1], actor[2], actor[0], actor[3]) or None,
            **{part: value or None for part, value in zip(("id", "email", "name", "type"), actor)},
        },
        "target": {
            "display": display(target[1], target[0], target[2]) or None,
            **{part: value or None for part, value in zip(("id", "name", "type"), target)},
        },
        **{name: text(name) for name in ("ip", "user_agent", "channel", "workspace", "environment")},
        "message": text("message"),
        "correlation": text("correlation"),
    }
    return compact(head)[:-1] + ',"raw":' + raw + "}"


def micros(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def regular(number):
    """Eight hours apart from 2026-09-01; the vendors in turn, by five of them the kinds and the actors."""
    vendor = VENDORS[number % 5]
    group = number // 5
    action, category, op, outcome = KINDS[vendor][group % 4]
    actor = dict(zip(("actor_id", "actor_email", "actor_name", "actor_type"), ACTORS[group % 6]))
    created = micros(START + timedelta(hours=8 * number))
    texts = {"action": action, "category": category, "op": op, "outcome": outcome, **actor}
    if vendor == "asana":
        texts.update(ip=f"10.0.{group}.1", user_agent="Mozilla/5.0 (X11; Linux x86_64)", channel="web")
        body = {
            "gid": str(number),
            "created_at": created,
            "event_type": action,
            "details": {"method": ["SAML", "Google"][: group % 3], "attempt": group, "old_value": None},
            "context": {"client_ip_address": texts["ip"]},
        }
    elif vendor == "secoda":
        texts.update(target_id=f"t-{group}", target_name=f"orders_{group % 2}", target_type="table")
        texts.update(message=f"{display(*ACTORS[group % 6])} touched orders")
        blocks = [{"type": "text", "value": "touched"}, {"type": "text", "value": f"orders_{group % 2}"}]
        body = {"id": str(number), "activity_type": action, "event_blocks": blocks[: 1 + group % 2], "logged_at": created}
    elif vendor == "datafold":
        texts.update(ip=f"2001:db8::{group:x}", channel="api", message=f"log entry {group}")
        body = {"event_uuid": str(number), "timestamp": created, "payload": {"options": {"sample": group / 2}}}
    elif vendor == "paradime":
        texts.update(workspace="data_platform", target_type="schedule")
        metadata = {"schedule": {"name": "daily run" if group % 2 else "hourly run", "retries": group % 4}}
        body = {"id": number, "createdDttm": created, "eventType": action, "metadataJson": compact(metadata)}
    else:
        texts.update(ip=f"192.168.1.{group}", environment=["Staging", "Production"][group % 2], correlation=f"Root={group // 4}")
        body = {"logId": str(number), "date": created, "status": outcome, "statusTimeMs": group * 10, "tags": ["a", "b", "c"][: group % 4]}
    return record(vendor, f"r{number}", created, compact(body), **texts)


def odd(number, event_id, vendor, texts, extra):
    """One second apart from 2025-06-15T10:00:00Z unless it says when; `extra` are more members of raw, verbatim."""
    created = texts.pop("created", micros(datetime(2025, 6, 15, 10, tzinfo=timezone.utc) + timedelta(seconds=number)))
    raw = '{"key":' + compact(event_id) + (',' + extra if extra else "") + "}"
    return record(vendor, event_id, created, raw, **texts)


def main():
    lines = [regular(number) for number in range(240)]
    for number, (event_id, vendor, texts, extra) in enumerate(ODD_EVENTS):
        lines.append(odd(number, event_id, vendor, dict(texts), extra))
    content = "".join(line + "\n" for line in lines).encode()
    if sys.argv[1:2] == ["--check"]:
        with open(sys.argv[2], "rb") as file:
            return 0 if file.read() == content else 1
    sys.stdout.buffer.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main())
