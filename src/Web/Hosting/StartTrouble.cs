using System.Net.Sockets;
using Kanal.Centre;
using Kanal.Centre.Storage;
using Microsoft.AspNetCore.Connections;

namespace Kanal.Web.Hosting;

/// <summary>Why a command could not do its work, in one sentence, where that is not a bug: settings, the database, the disk, the address.</summary>
static class StartTrouble
{
    /// <returns>With the exit code: 2 where a setting is wrong, 1 where something was found wrong.</returns>
    public static (string Sentence, int ExitCode)? In(Exception trouble)
    {
        switch (trouble)
        {
            case SettingException:
                return (trouble.Message, 2);
            case IOException { InnerException: AddressInUseException }:
                return ($"Something else listens at {Settings().Url}. Set KANAL_URL, for instance to http://127.0.0.1:5090.", 1);
            case SocketException { SocketErrorCode: SocketError.AddressNotAvailable or SocketError.AccessDenied }:
                return ($"KANAL_URL is wrong: this machine or this account may not listen at {Settings().Url}.", 2);
        }

        var settings = Settings();
        return StorageFault.In(trouble, settings.Data, settings.Database) switch
        {
            SettingException wrong => (wrong.Message, 2),
            { } fault => (fault.Message, 1),
            null when StorageTrouble.In(trouble) is { } told => ($"{told} `kanal check` looks closer.", 1),
            null => null,
        };
    }

    static ServerSettings Settings() => ServerSettings.FromEnvironment(Environment.GetEnvironmentVariable);
}
