# Sourced. npm_ci FOLDER: installs exactly what the lock file says, when it says something new.
npm_ci() {
  local folder=$1 lock stamp=$1/node_modules/.installed
  lock=$(cksum <"$folder/package-lock.json")
  [[ -f $stamp && $(<"$stamp") == "$lock" ]] && return
  (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error </dev/null) && echo "$lock" >"$stamp"
}
