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
    Unprocessable,
    TooMany,
    Unavailable,
}
