-- What the role a service works as may do: read, and write through the store's own functions. Nothing else.
grant usage on schema {schema} to {role};
grant select on event, command, tracking, tenant to {role};
grant execute on function append, append_event, append_all, move, forget to {role};
