# Sourced: lets a program find the .NET that is on the PATH, wherever it was unpacked.
if [[ -z ${DOTNET_ROOT:-} ]] && command -v dotnet >/dev/null; then
  DOTNET_ROOT=$(dirname "$(readlink -f "$(command -v dotnet)")")
  export DOTNET_ROOT
fi
