namespace Kanal.Centre.Agents;

/// <summary>What somebody may do; each may do what the one before may.</summary>
public enum Role
{
    Agent,
    Supervisor,
    Administrator,
}
