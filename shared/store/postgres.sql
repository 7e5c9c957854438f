-- One service's event store: its tables, and the only functions that write to them.
-- Applied as a whole, in one transaction, by the role that owns the database; see grants.sql for the role that works in it.

-- A renewal waits for appends under way, and takes the tables in the order in which they do.
do $$ begin
    if to_regclass('event') is not null then
        lock table command, event, tenant, tracking;
    end if;
end $$;

create table if not exists event (
    tenant          text        not null,
    position        bigint      not null,
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
    tenant       text        not null,
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

-- Which logs exist. Row-level security hides every other tenant's events, so the list needs a place of its own. What a
-- name must be is checked here, with a log's first event: the server would read a constraint anew for every event.
create table if not exists tenant (tenant text primary key);
alter table tenant drop constraint if exists tenant_named, add constraint tenant_named check (tenant <> '');
alter table event drop constraint if exists event_tenant_check, drop constraint if exists event_position_check;
alter table command drop constraint if exists command_tenant_check;

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
drop policy if exists appended on event;
drop policy if exists appended on command;
drop policy if exists own_tenant on tracking;
create policy own_tenant on event using (tenant = current_setting('sanad.tenant', true));
create policy own_tenant on command using (tenant = current_setting('sanad.tenant', true));
create policy appended on event using (tenant = any (nullif(current_setting('sanad.tenants', true), '')::text[]));
create policy appended on command using (tenant = any (nullif(current_setting('sanad.tenants', true), '')::text[]));
create policy own_tenant on tracking using (tenant = current_setting('sanad.tenant', true));

-- A function that now takes or gives something else cannot be replaced.
do $$ declare earlier regprocedure; begin
    for earlier in select oid from pg_proc
        where pronamespace = current_schema()::regnamespace and proname in ('append', 'append_event', 'append_all', 'move')
    loop
        execute 'drop function ' || earlier;
    end loop;
end $$;

-- The lock that puts a tenant's appends in a row. It is released after the commit is visible, so the next holder
-- sees the true head, and positions become visible in their order.
create or replace function lock_key(in_tenant text) returns bigint language sql immutable as
$$ select hashtextextended(in_tenant, 5403) $$;

-- All locks of a transaction are taken in one order, or two transactions could wait for each other.
create or replace function lock_tenants(in_tenants text[]) returns void language plpgsql as $$
begin
    if '' = any (in_tenants) then
        raise exception 'a tenant needs a name' using errcode = 'check_violation';
    end if;
    perform pg_advisory_xact_lock(key)
        from (select distinct lock_key(t) as key from unnest(in_tenants) t order by key) keys;
end $$;

create or replace function move(in_tenant text, in_follower text, in_position bigint) returns boolean
language plpgsql security definer set search_path from current as $$
begin
    perform set_config('sanad.tenant', in_tenant, true);
    insert into tracking as t values (in_tenant, in_follower, in_position)
        on conflict (tenant, follower) do update set position = excluded.position
        where t.position < excluded.position;
    if not found then
        raise exception 'follower is not behind position %', in_position using errcode = 'integrity_constraint_violation';
    end if;
    return true;
end $$;

create or replace function forget(in_tenant text, in_follower text) returns void
language plpgsql security definer set search_path from current as $$
begin
    perform set_config('sanad.tenant', in_tenant, true);
    delete from tracking where tenant = in_tenant and follower = in_follower;
end $$;

-- Several commands' results, all or none. A known command id writes nothing and returns what it returned first. Each
-- append is an object with its number `n` and the `size` of its share of the events, which name it by `n` and count
-- within it by `i`. Under read committed the second statement sees what is committed when it starts, so heads are read
-- after the locks. Looked up one by one, since a planner without statistics would read a whole tenant for a maximum.
create or replace function append(in_tenants text[], in_appends json, in_events json)
returns table (command text, fingerprint text, first bigint, last bigint, recorded_at timestamptz, refusal bytea,
               repeated boolean)
language plpgsql security definer set search_path from current as $$
#variable_conflict use_column
begin
    perform lock_tenants(in_tenants);
    perform set_config('sanad.tenants', in_tenants::text, true);
    return query
    with placed as materialized (
        select a.*, k.known, k.first as known_first, k.last as known_last,
               coalesce((select e.position from event e where e.tenant = a.tenant order by e.position desc limit 1), 0)
               + sum(case when k.known then 0 else a.size end) over (partition by a.tenant order by a.n) as upto,
               coalesce(k.command, a.command) as named, coalesce(k.fingerprint, a.fingerprint) as printed,
               case when k.known then k.refusal else decode(a.refusal, 'base64') end as refused,
               coalesce(k.recorded_at, (select clock_timestamp())) as recorded_at
        from json_to_recordset(in_appends) as a(
            n integer, size integer, tenant text, command_id uuid, command text, fingerprint text, actor_kind text,
            actor_ref text, correlation_id uuid, causation_id uuid, refusal text, follower text, reached bigint)
        left join lateral (
            select true as known, c.* from command c where c.tenant = a.tenant and c.command_id = a.command_id limit 1
        ) k on true
    ), fresh as materialized (
        select p.*, case p.size when 0 then 0 else p.upto - p.size + 1 end as first,
               case p.size when 0 then 0 else p.upto end as last
        from placed p where p.known is null
    ), stored as (
        insert into event
            select f.tenant, f.upto - f.size + e.i, e.stream, e.version, e.type, decode(e.data, 'base64'), e.case_id,
                   f.actor_kind, f.actor_ref, f.command_id, f.correlation_id, f.causation_id, e.policy_version,
                   e.occurred_at, f.recorded_at
            from json_to_recordset(in_events) as e(
                n integer, i integer, stream text, version bigint, type text, data text, case_id text,
                policy_version text, occurred_at timestamptz)
            join fresh f on f.n = e.n
    ), begun as (
        insert into tenant select f.tenant from fresh f where f.first = 1 on conflict do nothing
    ), noted as (
        insert into command
            select f.tenant, f.command_id, f.command, f.fingerprint, f.first, f.last, f.refused, f.recorded_at
            from fresh f
    )
    select p.named, p.printed, coalesce(p.known_first, f.first), coalesce(p.known_last, f.last), p.recorded_at,
           p.refused, p.known is not null
    from placed p left join fresh f on f.n = p.n
    where f.follower is null or move(f.tenant, f.follower, f.reached)
    order by p.n;
end $$;

-- A command that leads to one event, as most do, with its values as parameters: a third of the cost of the same through
-- `append`, which would make sets of them. Both keep to one contract, and are tried by the same tests, but for a known
-- command id: here it breaks the constraint `command_id`, so that the few who repeat a command look for its result, and
-- not everybody.
create or replace function append_event(
    in_tenant text, in_command_id uuid, in_command text, in_fingerprint text, in_actor_kind text, in_actor_ref text,
    in_correlation_id uuid, in_causation_id uuid, in_refusal bytea, in_follower text, in_reached bigint, in_stream text,
    in_version bigint, in_type text, in_data bytea, in_case_id text, in_policy_version text,
    in_occurred_at timestamptz)
returns table (upto bigint, noted timestamptz)
language plpgsql security definer set search_path from current as $$
declare
    ignored text;
begin
    -- As assignments these need no plan of their own.
    ignored := pg_advisory_xact_lock(lock_key(in_tenant));
    ignored := set_config('sanad.tenant', in_tenant, true);
    noted := clock_timestamp();
    -- The command first: repeated, it would clash with its own event too.
    insert into command
        select in_tenant, in_command_id, in_command, in_fingerprint, 1 + coalesce(head.position, 0),
               1 + coalesce(head.position, 0), in_refusal, noted
        from (values (1)) one left join lateral (
            select e.position from event e where e.tenant = in_tenant order by e.position desc limit 1
        ) head on true
        returning first into upto;
    insert into event values (
        in_tenant, upto, in_stream, in_version, in_type, in_data, in_case_id, in_actor_kind, in_actor_ref, in_command_id,
        in_correlation_id, in_causation_id, in_policy_version, in_occurred_at, noted);
    if upto = 1 then
        insert into tenant values (in_tenant) on conflict do nothing;
    end if;
    if in_follower is not null then
        perform move(in_tenant, in_follower, in_reached);
    end if;
    return next;
end $$;

-- Those of one append, the others' left unread: they may be what fails.
create or replace function own_events(in_events json, in_n text) returns json language sql immutable as
$$ select coalesce(json_agg(e), '[]') from json_array_elements(in_events) e where e ->> 'n' = in_n $$;

-- Several appends in one transaction, each by itself, so that what fails fails alone. `append` comes first, where nothing
-- fails; the locks are taken for all of them, in their order.
create or replace function append_all(in_tenants text[], in_appends json, in_events json)
returns table (failure text, violated text, command text, fingerprint text, first bigint, last bigint,
               recorded_at timestamptz, refusal bytea, repeated boolean)
language plpgsql security definer set search_path from current as $$
declare
    one json;
begin
    perform lock_tenants(in_tenants);
    for one in select * from json_array_elements(in_appends) loop
        failure := null;
        violated := null;
        begin
            select a.* into command, fingerprint, first, last, recorded_at, refusal, repeated
                from append(array[one ->> 'tenant'], json_build_array(one), own_events(in_events, one ->> 'n')) a;
        exception when others then
            get stacked diagnostics failure = returned_sqlstate, violated = constraint_name;
        end;
        return next;
    end loop;
end $$;

revoke all on event, command, tracking, tenant from public;
revoke all on function append, append_event, append_all, move, forget from public;
