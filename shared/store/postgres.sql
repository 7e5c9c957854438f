-- One service's event store: its tables, and the only functions that write to them.
-- Applied as a whole, in one transaction, by the role that owns the database; see grants.sql for the role that works in it.

-- A renewal waits for appends under way, and takes the tables in the order in which they do.
do $$ begin
    if to_regclass('event') is not null then
        lock table command, event, tenant, tracking;
    end if;
end $$;

create table if not exists event (
    tenant          text        not null check (tenant <> ''),
    position        bigint      not null check (position > 0),
    stream          text        not null,
    version         bigint      not null,
    type            text        not null,
    data            bytea       not null,
    case_id         text,
    actor_kind      text        not null,
    actor_ref       text        not null,
    command_id      uuid        not null,
    correlation_id  uuid        not null,
    causation_id    uuid,
    policy_version  text,
    occurred_at     timestamptz not null,
    recorded_at     timestamptz not null,
    constraint event_position primary key (tenant, position),
    constraint event_stream_version unique (tenant, stream, version)
);
create index if not exists event_case on event (tenant, case_id, position);

create table if not exists command (
    tenant       text        not null check (tenant <> ''),
    command_id   uuid        not null,
    command      text        not null,
    fingerprint  text        not null,
    first        bigint      not null,
    last         bigint      not null,
    refusal      bytea,
    recorded_at  timestamptz not null,
    constraint command_id primary key (tenant, command_id)
);

create table if not exists tracking (
    tenant    text   not null check (tenant <> ''),
    follower  text   not null,
    position  bigint not null,
    constraint tracking_follower primary key (tenant, follower)
);

-- Which logs exist. Row-level security hides every other tenant's events, so the list needs a place of its own.
create table if not exists tenant (tenant text primary key);

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create or replace trigger append_only before update or delete or truncate on event
    for each statement execute function refuse_change();
create or replace trigger append_only before update or delete or truncate on command
    for each statement execute function refuse_change();
create or replace trigger append_only before update or delete or truncate on tenant
    for each statement execute function refuse_change();

alter table event enable row level security;
alter table event force row level security;
alter table command enable row level security;
alter table command force row level security;
alter table tracking enable row level security;
alter table tracking force row level security;
drop policy if exists own_tenant on event;
drop policy if exists own_tenant on command;
drop policy if exists own_tenant on tracking;
create policy own_tenant on event using (tenant = current_setting('sanad.tenant', true));
create policy own_tenant on command using (tenant = current_setting('sanad.tenant', true));
create policy own_tenant on tracking using (tenant = current_setting('sanad.tenant', true));

-- The lock that puts a tenant's appends in a row. It is released after the commit is visible, so the next holder
-- sees the true head, and positions become visible in their order.
create or replace function lock_key(in_tenant text) returns bigint language sql immutable as
$$ select hashtextextended(in_tenant, 5403) $$;

create or replace function move(in_tenant text, in_follower text, in_position bigint) returns void
language plpgsql security definer set search_path from current as $$
begin
    perform set_config('sanad.tenant', in_tenant, true);
    insert into tracking as t values (in_tenant, in_follower, in_position)
        on conflict (tenant, follower) do update set position = excluded.position
        where t.position < excluded.position;
    if not found then
        raise exception 'follower is not behind position %', in_position using errcode = 'integrity_constraint_violation';
    end if;
end $$;

create or replace function forget(in_tenant text, in_follower text) returns void
language plpgsql security definer set search_path from current as $$
begin
    perform set_config('sanad.tenant', in_tenant, true);
    delete from tracking where tenant = in_tenant and follower = in_follower;
end $$;

-- One command's result, whole or not at all; a known command id writes nothing and returns what it returned first.
-- Under read committed each statement sees what is committed when it starts, so the head is read after the lock.
create or replace function append(
    in_tenant text, in_command_id uuid, in_command text, in_fingerprint text, in_actor_kind text, in_actor_ref text,
    in_correlation_id uuid, in_causation_id uuid, in_refusal bytea, in_follower text, in_reached bigint,
    in_streams text[], in_versions bigint[], in_types text[], in_data bytea[], in_case_ids text[],
    in_policy_versions text[], in_occurred_at timestamptz[],
    out command text, out fingerprint text, out first bigint, out last bigint, out recorded_at timestamptz,
    out refusal bytea, out repeated boolean)
language plpgsql security definer set search_path from current as $$
declare
    head bigint;
begin
    perform pg_advisory_xact_lock(lock_key(in_tenant));
    perform set_config('sanad.tenant', in_tenant, true);
    select c.command, c.fingerprint, c.first, c.last, c.recorded_at, c.refusal, true
        into command, fingerprint, first, last, recorded_at, refusal, repeated
        from command c where c.tenant = in_tenant and c.command_id = in_command_id;
    if found then
        return;
    end if;
    select coalesce(max(e.position), 0) into head from event e where e.tenant = in_tenant;
    command := in_command;
    fingerprint := in_fingerprint;
    refusal := in_refusal;
    repeated := false;
    recorded_at := clock_timestamp();
    first := 0;
    last := 0;
    if cardinality(in_streams) > 0 then
        first := head + 1;
        last := head + cardinality(in_streams);
        insert into event
            select in_tenant, head + e.n, e.stream, e.version, e.type, e.data, e.case_id, in_actor_kind, in_actor_ref,
                   in_command_id, in_correlation_id, in_causation_id, e.policy_version, e.occurred_at,
                   append.recorded_at
            from unnest(in_streams, in_versions, in_types, in_data, in_case_ids, in_policy_versions, in_occurred_at)
                with ordinality as e(stream, version, type, data, case_id, policy_version, occurred_at, n);
        if head = 0 then
            insert into tenant values (in_tenant) on conflict do nothing;
        end if;
    end if;
    insert into command values
        (in_tenant, in_command_id, in_command, in_fingerprint, append.first, append.last, in_refusal, append.recorded_at);
    if in_follower is not null then
        perform move(in_tenant, in_follower, in_reached);
    end if;
end $$;

-- Several appends in one transaction, each with its own outcome. All locks are taken first and in one order,
-- or two such transactions could wait for each other. `sizes` says how many of the events belong to each append.
create or replace function append_all(
    in_tenants text[], in_command_ids uuid[], in_commands text[], in_fingerprints text[], in_actor_kinds text[],
    in_actor_refs text[], in_correlation_ids uuid[], in_causation_ids uuid[], in_refusals bytea[], in_followers text[],
    in_reached bigint[], in_sizes integer[],
    in_streams text[], in_versions bigint[], in_types text[], in_data bytea[], in_case_ids text[],
    in_policy_versions text[], in_occurred_at timestamptz[])
returns table (failure text, violated text, command text, fingerprint text, first bigint, last bigint,
               recorded_at timestamptz, refusal bytea, repeated boolean)
language plpgsql security definer set search_path from current as $$
declare
    a bigint;
    z bigint := 0;
    key bigint;
begin
    for key in select distinct lock_key(t) from unnest(in_tenants) t order by 1 loop
        perform pg_advisory_xact_lock(key);
    end loop;
    for i in 1 .. cardinality(in_tenants) loop
        a := z + 1;
        z := z + in_sizes[i];
        failure := null;
        violated := null;
        begin
            select r.* into command, fingerprint, first, last, recorded_at, refusal, repeated
                from append(in_tenants[i], in_command_ids[i], in_commands[i], in_fingerprints[i], in_actor_kinds[i],
                            in_actor_refs[i], in_correlation_ids[i], in_causation_ids[i], in_refusals[i],
                            in_followers[i], in_reached[i],
                            in_streams[a:z], in_versions[a:z], in_types[a:z], in_data[a:z], in_case_ids[a:z],
                            in_policy_versions[a:z], in_occurred_at[a:z]) r;
        exception when others then
            get stacked diagnostics failure = returned_sqlstate, violated = constraint_name;
        end;
        return next;
    end loop;
end $$;

revoke all on event, command, tracking, tenant from public;
revoke all on function append, append_all, move, forget from public;
