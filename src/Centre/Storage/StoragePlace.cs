namespace Kanal.Centre.Storage;

/// <summary>Where the settings say that everything is.</summary>
public static class StoragePlace
{
    /// <exception cref="SettingException">There can't be one where the settings say.</exception>
    public static Database Open(string data, string? database)
    {
        try
        {
            var folder = Directory.CreateDirectory(data).FullName;
            return database is null ? new SqliteDatabase(Path.Combine(folder, "kanal.db")) : new PostgresDatabase(database);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("KANAL_DATA", $"{data} is not a folder and can't be made one");
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            throw new SettingException(PostgresAddress.Setting, wrong.Message.TrimEnd('.'));
        }
    }
}
