#!/bin/sh
# Makes every service's database and roles; the official postgres image runs it once, on an empty volume.
# SANAD_OWNER_PASSWORD and SANAD_APP_PASSWORD are the passwords of the owning and of the working roles.
set -eu
: "${SANAD_OWNER_PASSWORD:?is not set}" "${SANAD_APP_PASSWORD:?is not set}"
roles=${SANAD_ROLES_SQL:-/etc/sanad/roles.sql}
for service in ${SANAD_SERVICES:-governance intake committee complaints surveys notifications vault}; do
    psql --quiet --no-psqlrc --username "${POSTGRES_USER:-postgres}" --dbname postgres --set=service="$service" \
        --set=owner_password="$SANAD_OWNER_PASSWORD" --set=app_password="$SANAD_APP_PASSWORD" --file="$roles"
done
