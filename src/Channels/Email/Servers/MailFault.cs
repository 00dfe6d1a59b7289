using Kanal.Centre.Texts;

namespace Kanal.Channels.Email.Servers;

#pragma warning disable CA1032, CA1710 // It always has its two parts, and is called what people call it.

/// <summary>Why a mail server can't be used, in words for whoever set it up.</summary>
public sealed class MailFault(MailFaultKind kind, Sentence sentence, Exception? cause = null) : Exception(sentence.ToString(), cause)
{
    public MailFaultKind Kind => kind;

    public Sentence Sentence => sentence;

    /// <summary>Of a certificate that is not trusted: what to enter so that it is.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>It may pass by itself; the others need somebody to change something.</summary>
    public bool Passing => kind is MailFaultKind.UnknownHost or MailFaultKind.CannotConnect or MailFaultKind.Unavailable or MailFaultKind.Closed or MailFaultKind.TimedOut;

    internal static MailFault Closed(string host, Exception? cause = null) => new(MailFaultKind.Closed, $"{host} closed the connection.", cause);

    internal static MailFault Closed(string host, string why) => new(MailFaultKind.Closed, $"{host} closed the connection: {why}");

    internal static MailFault TimedOut(string host) => new(MailFaultKind.TimedOut, $"{host} took too long to answer.");

    internal static MailFault Protocol(string host, string detail) => new(MailFaultKind.Protocol, $"{host} answered in a way that is not understood: {detail}");

    internal static MailFault BadAddress(string address) => new(MailFaultKind.BadAddress, $"\"{address}\" is not an address that mail can be sent to.");
}

public enum MailFaultKind
{
    UnknownHost,
    CannotConnect,
    WrongTls,
    NoTls,
    BadCertificate,
    NoLogin,
    LoginRefused,
    Unavailable,
    NoFolder,
    Refused,
    TooLarge,
    BadAddress,
    Protocol,
    Closed,
    TimedOut,
}
