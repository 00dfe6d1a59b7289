namespace Kanal.Centre;

public enum Refusal
{
    Invalid,
    Unauthorized,
    Forbidden,
    NotFound,
    Conflict,
    TooLarge,
    UnsupportedType,
    TooMany,
    Unavailable,
}
