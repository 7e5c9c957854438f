-- One service's event store in a file: the columns and rules of postgres.sql.

create table if not exists event (
    tenant          text    not null check (tenant <> ''),
    position        integer not null check (position > 0),
    stream          text    not null,
    version         integer not null,
    type            text    not null,
    data            blob    not null,
    case_id         text,
    actor_kind      text    not null,
    actor_ref       text    not null,
    command_id      text    not null,
    correlation_id  text    not null,
    causation_id    text,
    policy_version  text,
    occurred_at     text    not null,
    recorded_at     text    not null,
    primary key (tenant, position),
    unique (tenant, stream, version)
) strict;
create index if not exists event_case on event (tenant, case_id, position);

create table if not exists command (
    tenant       text    not null check (tenant <> ''),
    command_id   text    not null,
    command      text    not null,
    fingerprint  text    not null,
    first        integer not null,
    last         integer not null,
    refusal      blob,
    recorded_at  text    not null,
    primary key (tenant, command_id)
) strict;

create table if not exists tracking (
    tenant    text    not null check (tenant <> ''),
    follower  text    not null,
    position  integer not null,
    primary key (tenant, follower)
) strict, without rowid;

create trigger if not exists event_no_update before update on event begin
    select raise(abort, 'event is append-only');
end;
create trigger if not exists event_no_delete before delete on event begin
    select raise(abort, 'event is append-only');
end;
create trigger if not exists command_no_update before update on command begin
    select raise(abort, 'command is append-only');
end;
create trigger if not exists command_no_delete before delete on command begin
    select raise(abort, 'command is append-only');
end;

-- `insert or replace` deletes without firing a delete trigger, so what it would replace is refused before.
create trigger if not exists event_no_replace before insert on event begin
    select raise(abort, 'event.position is not the next')
        where new.position <> (select coalesce(max(position), 0) + 1 from event where tenant = new.tenant);
    select raise(abort, 'event.version is taken')
        where exists (select 1 from event where tenant = new.tenant and stream = new.stream and version = new.version);
end;
create trigger if not exists command_no_replace before insert on command begin
    select raise(abort, 'command.command_id is taken')
        where exists (select 1 from command where tenant = new.tenant and command_id = new.command_id);
end;
