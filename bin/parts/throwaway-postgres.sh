# Sourced by bin/test and bench/run: a PostgreSQL cluster of our own, on a free loopback port, gone at exit.
#   start_postgres [setting=value ...]   sets KANAL_TEST_POSTGRES to a connection string that may create databases
#   stop_postgres

postgres_folder='' postgres_process=''

free_port() {
  node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); });'
}

# PostgreSQL refuses to run as root; the package brings a user for it.
as_postgres() {
  cd / || return
  if ((EUID == 0)); then exec setpriv --reuid postgres --regid postgres --init-groups "$@"; else exec "$@"; fi
}

start_postgres() {
  local programs port settings=()
  programs=$(compgen -G '/usr/lib/postgresql/*/bin' | sort -V | tail -n 1 || true)
  [[ -n $programs ]] || programs=$(dirname "$(command -v initdb)") || return
  postgres_folder=$(mktemp -d "${TMPDIR:-/tmp}/kanal-postgres.XXXXXX")
  if ((EUID == 0)); then chown postgres "$postgres_folder"; fi
  (as_postgres "$programs/initdb" -D "$postgres_folder/data" -U kanal -A trust -E UTF8 --locale=C --no-sync) >/dev/null || return
  # One role has to give a password, for tests of who gives a wrong one.
  sed -i '1i host all kanal_by_password all scram-sha-256' "$postgres_folder/data/pg_hba.conf"

  port=$(free_port)
  for setting in "$@"; do settings+=(-c "$setting"); done
  (as_postgres "$programs/postgres" -D "$postgres_folder/data" -p "$port" -k "$postgres_folder" \
    -c listen_addresses=127.0.0.1 -c max_connections=300 "${settings[@]}") >"$postgres_folder/log" 2>&1 </dev/null &
  postgres_process=$!
  for _ in {1..300}; do
    if "$programs/pg_isready" -q -h 127.0.0.1 -p "$port"; then
      # Whether there is Kerberos is a question that costs each connection another one, for which the server starts a process.
      export KANAL_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=kanal;Database=postgres;Gss Encryption Mode=Disable"
      return
    fi
    kill -0 "$postgres_process" 2>/dev/null || break
    sleep 0.1
  done
  cat "$postgres_folder/log" >&2
  return 1
}

stop_postgres() {
  [[ -n $postgres_folder ]] || return 0
  if [[ -n $postgres_process ]]; then
    kill -QUIT "$postgres_process" 2>/dev/null
    wait "$postgres_process" 2>/dev/null
  fi
  rm -rf "$postgres_folder"
  postgres_folder='' postgres_process=''
}
