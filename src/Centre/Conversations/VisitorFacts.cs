namespace Kanal.Centre.Conversations;

/// <summary>What the visitor's browser told about where they are; none of it is proof of anything.</summary>
public sealed record VisitorFacts
{
    public string? Page { get; init; }
    public string? Title { get; init; }
    public string? Referrer { get; init; }
    public string? Step { get; init; }
    public string? Topic { get; init; }
    public Basket? Basket { get; init; }
    public string? Language { get; init; }
    public string? Device { get; init; }
    public string? Locale { get; init; }
    public string? TimeZone { get; init; }
    public List<string>? Signals { get; init; }

    /// <summary>These facts, with what is new in <paramref name="later"/> put over them.</summary>
    public VisitorFacts With(VisitorFacts later) => new()
    {
        Page = later.Page ?? Page,
        Title = later.Page is null ? Title : later.Title,
        Referrer = Referrer ?? later.Referrer,
        Step = later.Page is null ? later.Step ?? Step : later.Step,
        Topic = later.Topic ?? Topic,
        Basket = later.Basket ?? Basket,
        Language = later.Language ?? Language,
        Device = later.Device ?? Device,
        Locale = later.Locale ?? Locale,
        TimeZone = later.TimeZone ?? TimeZone,
        Signals = later.Signals ?? Signals,
    };
}

/// <summary>What is about to be bought; <see cref="Value"/> in <see cref="Currency"/> (ISO 4217).</summary>
public sealed record Basket(double Value, string? Currency = null, int? Items = null);
