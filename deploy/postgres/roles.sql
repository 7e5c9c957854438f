-- A database for one service, and its two roles: one owns the tables, one works in them and can only read and append.
--
--   psql --set=service=intake --set=owner_password=… --set=app_password=… --file=roles.sql
--
-- Run as a superuser, as often as one likes. The tables come afterwards, from the owner: PostgresLog(dsn).create(app_role).
\set ON_ERROR_STOP on
\set database sanad_ :service
\set owner sanad_ :service _owner
\set app sanad_ :service _app

select format('create role %I', name) from unnest(array[:'owner', :'app']) name
    where not exists (select from pg_roles where rolname = name) \gexec
alter role :"owner" login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
alter role :"app" login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';

select format('create database %I owner %I', :'database', :'owner')
    where not exists (select from pg_database where datname = :'database') \gexec
revoke all on database :"database" from public;
grant connect on database :"database" to :"app";

-- Read models are no record: the working role owns a schema of its own for them, and finds the store behind it.
\connect :"database"
revoke create on schema public from public;
grant create on schema public to :"owner";
create schema if not exists views authorization :"app";
alter role :"app" in database :"database" set search_path = views, public;
