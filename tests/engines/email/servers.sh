#!/usr/bin/env bash
# A mail server for the tests, below a folder and on loopback: Dovecot, and with root Postfix.
#   servers.sh start FOLDER NAME=PORT ...   with IMAP IMAPS LMTP SASL OAUTH DOVECOT_SUBMISSION SMTP SUBMISSION SUBMISSIONS; comes back when they answer
#   servers.sh stop FOLDER
#   servers.sh packages                     says what is not installed
# In the folder there is tls.crt with tls.key. When the process that OWNER=ID names is gone, so are servers and folder.
set -euo pipefail

here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
command=$1 folder=${2:-}

if ((EUID == 0)); then user=mail group=mail; else user=$(id -un) group=$(id -gn); fi
as_user() { if ((EUID == 0)); then setpriv --reuid="$user" --regid="$group" --clear-groups "$@"; else "$@"; fi; }

# fill TEMPLATE TARGET: with the folder and the ports in their places.
fill() {
  local port places=(-e "s#@DIR@#$folder#g" -e "s#@USER@#$user#g" -e "s#@GROUP@#$group#g")
  for port in "${ports[@]}"; do places+=(-e "s#@${port%%=*}@#${port#*=}#g"); done
  sed "${places[@]}" "$here/$1" >"$2"
}

port() { local given; for given in "${ports[@]}"; do [[ $given != "$1="* ]] || echo "${given#*=}"; done; }

answers() {
  for _ in {1..200}; do
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    sleep 0.05
  done
  echo "Nothing answers on port $1." >&2
  cat "$folder/dovecot.log" "$folder/postfix/log/maillog" >&2 2>/dev/null
  return 1
}

start_dovecot() {
  mkdir -p "$folder/run" "$folder/state" "$folder/mail"
  fill dovecot.conf "$folder/dovecot.conf"
  fill oauth2.conf "$folder/oauth2.conf"
  if ((EUID == 0)); then
    chmod 755 "$folder"
    find "$folder" -path "$folder/postfix" -prune -o -exec chown -h "$user:$group" {} +
  fi
  as_user /usr/sbin/dovecot -c "$folder/dovecot.conf" </dev/null >"$folder/dovecot.start" 2>&1 || { cat "$folder/dovecot.start" >&2; return 1; }
}

start_postfix() {
  local postfix=$folder/postfix queue=$folder/postfix/queue
  mkdir -p "$postfix/etc" "$queue/pid" "$postfix/data" "$postfix/log"
  chown postfix "$postfix/data"
  fill main.cf "$postfix/etc/main.cf"
  fill master.cf "$postfix/etc/master.cf"
  # Postfix takes mail for the ghost and Dovecot then refuses it: so there are real reports of failure.
  { sed 's/:.*/ x/' "$folder/users"; echo "ghost@example.test x"; } >"$postfix/recipients"
  # What "postfix check" would make, in a hundredth of its time.
  (
    cd "$queue"
    install -d -o postfix -m 700 active bounce corrupt defer deferred flush hold incoming private saved trace
    install -d -o postfix -g postdrop -m 730 maildrop
    install -d -o postfix -g postdrop -m 710 public
  )
  # Postfix waits while its files look freshly written.
  touch -d '1 hour ago' "$postfix"/etc/*.cf "$postfix/recipients"
  MAIL_CONFIG="$postfix/etc" POSTLOG_SERVICE=postlog POSTLOG_HOSTNAME=mail.example.test \
    setsid /usr/lib/postfix/sbin/master -c "$postfix/etc" </dev/null >/dev/null 2>&1 &
}

# Each master leads a group of its own. Being polite takes seconds, and nothing here is to be kept.
stop_group() {
  local leader
  [[ -s $1 ]] || return 0
  leader=$(tr -d ' \n' <"$1")
  kill -TERM -- "-$leader" 2>/dev/null || return 0
  for _ in {1..10}; do
    kill -0 -- "-$leader" 2>/dev/null || return 0
    sleep 0.02
  done
  kill -KILL -- "-$leader" 2>/dev/null || true
}

stop() {
  stop_group "$folder/postfix/queue/pid/master.pid"
  stop_group "$folder/run/master.pid"
}

case $command in
  packages)
    missing=()
    [[ -x /usr/sbin/dovecot ]] || missing+=(dovecot-imapd)
    [[ -x /usr/lib/dovecot/lmtp ]] || missing+=(dovecot-lmtpd)
    [[ -x /usr/lib/dovecot/submission ]] || missing+=(dovecot-submissiond)
    [[ -x /usr/lib/postfix/sbin/master ]] || missing+=(postfix)
    echo "${missing[*]}"
    ;;
  start)
    ports=("${@:3}")
    cp "$here/users" "$folder/users"
    start_dovecot
    if ((EUID == 0)); then start_postfix; fi
    owner=$(port OWNER)
    if [[ -n $owner ]]; then setsid "$here/servers.sh" watch "$folder" "$owner" </dev/null >/dev/null 2>&1 & fi
    answers "$(port IMAP)"
    answers "$(port LMTP)"
    if ((EUID == 0)); then answers "$(port SMTP)"; fi
    ;;
  stop) stop ;;
  watch)
    # A test run that is killed stops nothing, and those who killed it can't know of this process.
    while kill -0 "$3" 2>/dev/null && [[ -d $folder ]]; do sleep 2; done
    stop
    rm -rf "$folder"
    ;;
  *)
    sed -n '2,6s/^# //p' "$0"
    exit 2
    ;;
esac
