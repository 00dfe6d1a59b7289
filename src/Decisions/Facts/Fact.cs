namespace Kanal.Decisions.Facts;

/// <summary>Something that can be known of a visitor, and that rules can speak of.</summary>
/// <param name="Key">As in rules and in JSON, such as <c>basket.value</c>.</param>
public sealed record Fact(string Key, FactKind Kind, FactSource Source, Privacy Privacy)
{
    public FactUnit Unit { get; init; }

    /// <summary>The smallest number that is believed.</summary>
    public double Least { get; init; }

    /// <summary>The largest number that is believed.</summary>
    public double Most { get; init; } = 1e9;

    /// <summary>The longest text that is read, in letters; of several texts, each.</summary>
    public int Longest { get; init; } = 200;

    /// <summary>The texts it can be; null where it can be any.</summary>
    public IReadOnlyList<string>? Choices { get; init; }

    /// <summary>How many texts there are at most, where there are several.</summary>
    public int MostTexts { get; init; } = 20;
}

public enum FactKind
{
    Text,
    Number,
    Flag,

    /// <summary>Several texts at once, without order.</summary>
    Texts,
}

/// <summary>Who says it.</summary>
public enum FactSource
{
    /// <summary>The site's own page, through its snippet.</summary>
    Page,

    /// <summary>The widget, which notes what happens during the visit.</summary>
    Visit,

    /// <summary>What we know of a customer whose identity the site has signed.</summary>
    Identity,

    /// <summary>We ourselves: the time, the load.</summary>
    Centre,
}

/// <summary>What knowing it takes.</summary>
public enum Privacy
{
    /// <summary>Says nothing about a person beyond this page view.</summary>
    None,

    /// <summary>What somebody did during their visits.</summary>
    Journey,

    /// <summary>Who somebody is, and what they had to do with us.</summary>
    Personal,
}

public enum FactUnit
{
    None,
    Money,
    Count,
    Seconds,
    Hours,

    /// <summary>Minutes since midnight, where the site is; written as 09:30.</summary>
    TimeOfDay,
}
