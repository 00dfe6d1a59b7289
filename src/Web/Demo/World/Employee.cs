using Kanal.Centre.Agents;

namespace Kanal.Web.Demo.World;

/// <summary>Somebody who works at the agency.</summary>
/// <param name="Plays">True for those who answer by themselves.</param>
/// <param name="Skills">Levels by language, such as <c>language:da</c>, or by the name of a skill.</param>
sealed record Employee(
    string Name, string Email, Role Role, IReadOnlyList<string> Languages, int MaxChats, bool SignsIn, bool Plays, IReadOnlyDictionary<string, int> Skills, IReadOnlyList<string> Teams)
{
    public static IReadOnlyList<Employee> All { get; } = Content.Read<List<Employee>>("data/employees.json");

    /// <summary>Whom a visitor to the demo becomes for a role.</summary>
    public static Employee? Of(Role role) => All.FirstOrDefault(person => person.Role == role && person.SignsIn);
}
