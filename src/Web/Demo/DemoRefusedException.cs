namespace Kanal.Web.Demo;

/// <summary>The demo can't be put there; the message says why and what to do.</summary>
public sealed class DemoRefusedException(string message) : Exception(message);
