namespace Kanal.Web.Hosting;

/// <summary>Says in the OpenAPI document what a member holds that goes through us as it is.</summary>
[AttributeUsage(AttributeTargets.Property)]
sealed class ShapeAttribute(Type type) : Attribute
{
    public Type Type => type;
}
