#!/bin/sh
# Hands the passwords in the secret files to the script that makes databases and roles.
set -eu
SANAD_OWNER_PASSWORD=$(cat /run/secrets/owner_password)
SANAD_APP_PASSWORD=$(cat /run/secrets/app_password)
export SANAD_OWNER_PASSWORD SANAD_APP_PASSWORD
exec sh /etc/sanad/create-databases.sh
