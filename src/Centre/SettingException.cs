namespace Kanal.Centre;

/// <summary>A wrong setting; stops the start with a sentence that names the key.</summary>
public sealed class SettingException(string key, string what) : Exception($"{key} is wrong: {what}.")
{
    public string Key => key;
}
