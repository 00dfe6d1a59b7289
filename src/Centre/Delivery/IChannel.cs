namespace Kanal.Centre.Delivery;

/// <summary>A way of reaching us, and of reaching the customer.</summary>
public interface IChannel
{
    /// <summary>Its name in conversations, entry points and menus, such as <c>chat</c>.</summary>
    string Kind { get; }
}
