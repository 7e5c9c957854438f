"""The vault's tables, in the SQL both stores understand; times are UTC in ISO 8601 with microseconds.

A destroyed content leaves its row without ciphertext, so that a reference in an event still gets an honest answer.
What is destroyed goes; who read what before stays, and no role that works here can change it.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE IF NOT EXISTS subject (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, destroyed_at TEXT,
    PRIMARY KEY (tenant, subject));
CREATE TABLE IF NOT EXISTS data_key (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, category TEXT NOT NULL, key_id TEXT NOT NULL,
    kek_id TEXT NOT NULL, wrapped {bytes} NOT NULL, created_at TEXT NOT NULL,
    PRIMARY KEY (tenant, subject, category));
CREATE TABLE IF NOT EXISTS content (
    tenant TEXT NOT NULL, ref TEXT NOT NULL, service TEXT NOT NULL, command_id TEXT NOT NULL,
    subject TEXT NOT NULL, category TEXT NOT NULL, key_id TEXT NOT NULL, sha256 TEXT NOT NULL, ciphertext {bytes},
    pending_since TEXT, destroyed_at TEXT,
    PRIMARY KEY (tenant, ref));
CREATE TABLE IF NOT EXISTS blind_index (
    tenant TEXT NOT NULL, ref TEXT NOT NULL, kind TEXT NOT NULL, digest {bytes} NOT NULL,
    subject TEXT NOT NULL, category TEXT NOT NULL,
    PRIMARY KEY (tenant, ref, kind, digest));
CREATE TABLE IF NOT EXISTS hold (
    tenant TEXT NOT NULL, subject TEXT NOT NULL, hold_id TEXT NOT NULL, reason_code TEXT NOT NULL,
    held_at TEXT NOT NULL, released_at TEXT,
    PRIMARY KEY (tenant, subject, hold_id));
CREATE TABLE IF NOT EXISTS reading (
    tenant TEXT NOT NULL, reading_id TEXT NOT NULL, subject TEXT NOT NULL, category TEXT NOT NULL, ref TEXT NOT NULL,
    reader TEXT NOT NULL, reason TEXT NOT NULL, case_id TEXT, read_at TEXT NOT NULL,
    PRIMARY KEY (tenant, reading_id));
CREATE TABLE IF NOT EXISTS case_reading (
    tenant TEXT NOT NULL, reading_id TEXT NOT NULL, case_id TEXT NOT NULL, service TEXT NOT NULL, reader TEXT NOT NULL,
    until TEXT, read_at TEXT NOT NULL,
    PRIMARY KEY (tenant, reading_id));
CREATE INDEX IF NOT EXISTS content_of_subject ON content (tenant, subject, category);
CREATE INDEX IF NOT EXISTS content_pending ON content (ref) WHERE pending_since IS NOT NULL;
CREATE INDEX IF NOT EXISTS blind_index_by_value ON blind_index (tenant, kind, digest);
CREATE INDEX IF NOT EXISTS blind_index_of_subject ON blind_index (tenant, subject, category);
CREATE INDEX IF NOT EXISTS reading_of_subject ON reading (tenant, subject, read_at);
CREATE INDEX IF NOT EXISTS reading_of_case ON reading (tenant, case_id, read_at);
CREATE INDEX IF NOT EXISTS case_reading_of_tenant ON case_reading (tenant, read_at);
CREATE INDEX IF NOT EXISTS case_reading_of_case ON case_reading (tenant, case_id, read_at);
"""

RECORDS = ("reading", "case_reading")
"""Who read what: rows come, and none changes or goes."""


def statements(bytes_type: str) -> tuple[str, ...]:
    """The statements that create the tables that are missing."""
    return tuple(part for part in TABLES.format(bytes=bytes_type).split(";") if part.strip())


def guards_on_sqlite() -> tuple[str, ...]:
    """What keeps the records as they are; `insert or replace` deletes without firing a delete trigger."""
    refusals = (
        (table, trigger, when)
        for table in RECORDS
        for trigger, when in (
            ("update", ""),
            ("delete", ""),
            (
                "insert",
                f" WHEN EXISTS (SELECT 1 FROM {table} WHERE tenant = new.tenant AND reading_id = new.reading_id)",
            ),
        )
    )
    return tuple(
        f"CREATE TRIGGER IF NOT EXISTS {table}_kept_at_{trigger} BEFORE {trigger} ON {table}{when}"
        f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table, trigger, when in refusals
    )


def guards_on_postgres() -> tuple[str, ...]:
    """The same for the working role, which owns no table and so cannot take a trigger away."""
    return (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        " RAISE EXCEPTION '% is append-only', tg_table_name USING errcode = 'insufficient_privilege'; END $$",
        *(
            f"CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}"
            " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
            for table in RECORDS
        ),
    )
