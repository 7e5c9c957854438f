#!/bin/sh
# Makes every service's database and roles; the official postgres image runs it once, on an empty volume.
# SANAD_OWNER_PASSWORD and SANAD_APP_PASSWORD are the passwords of the owning and of the working roles.
set -eu
: "${SANAD_OWNER_PASSWORD:?is not set}" "${SANAD_APP_PASSWORD:?is not set}"
roles=${SANAD_ROLES_SQL:-/etc/sanad/roles.sql}
for service in ${SANAD_DATABASES:-governance intake committee complaints surveys notifications vault}; do
    psql --quiet --no-psqlrc --username "${POSTGRES_USER:-postgres}" --dbname postgres --set=service="$service" \
        --set=owner_password="$SANAD_OWNER_PASSWORD" --set=app_password="$SANAD_APP_PASSWORD" --file="$roles"
done

# What the vault holds can be destroyed, so its working role may also change and delete; triggers keep it from the record
# of who read what.
case " ${SANAD_DATABASES:-vault} " in *" vault "*)
    psql --quiet --no-psqlrc --username "${POSTGRES_USER:-postgres}" --dbname sanad_vault --set=ON_ERROR_STOP=1 <<'SQL'
alter default privileges for role sanad_vault_owner in schema public
    grant select, insert, update, delete on tables to sanad_vault_app;
alter default privileges for role sanad_vault_owner in schema public grant usage on sequences to sanad_vault_app;
SQL
esac
