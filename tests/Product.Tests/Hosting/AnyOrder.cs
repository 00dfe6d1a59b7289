using System.Security.Cryptography;
using System.Text;
using Kanal.Product.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(AnyOrder))]

namespace Kanal.Product.Tests.Hosting;

/// <summary>
/// The tests of a class in an order that says nothing, the same on every machine: xUnit's own order differs with the folder, so that a test which
/// leans on another fails only in someone else's. <c>KANAL_TEST_ORDER</c> is any word, and gives another order.
/// </summary>
public sealed class AnyOrder : ITestCaseOrderer
{
    static readonly string _word = Environment.GetEnvironmentVariable("KANAL_TEST_ORDER") ?? "";

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : ITestCase => [.. testCases.OrderBy(its => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{_word} {its.TestCaseDisplayName}"))), StringComparer.Ordinal)];
}
