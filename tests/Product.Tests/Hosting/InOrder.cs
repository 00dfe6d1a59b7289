using System.Reflection;
using Kanal.Product.Tests.Hosting;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestFramework(typeof(InOrder))]

namespace Kanal.Product.Tests.Hosting;

/// <summary>
/// xUnit as it is, but classes begin in the order that <see cref="LongestFirst"/> gives them. By itself it hands them all to the pool of
/// threads from one of its threads, which begins with what it was given last: every other run began with the shortest, and ended with
/// one long class alone.
/// </summary>
public sealed class InOrder : XunitTestFramework
{
    protected override ITestFrameworkExecutor CreateExecutor(Assembly assembly) =>
        new Executor(new XunitTestAssembly(assembly, configFileName: null, assembly.GetName().Version));

    sealed class Executor(IXunitTestAssembly assembly) : XunitTestFrameworkExecutor(assembly)
    {
        public override async ValueTask RunTestCases(IReadOnlyCollection<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions, CancellationToken cancellationToken) =>
            await new Runner().Run(TestAssembly, testCases, executionMessageSink, executionOptions, cancellationToken);
    }

    sealed class Runner : XunitTestAssemblyRunner
    {
        protected override ValueTask<RunSummary> RunTestCollections(XunitTestAssemblyRunnerContext ctxt, Exception? exception)
        {
            // What is posted to this one goes to the queue that all threads share, where the first comes first.
            SynchronizationContext.SetSynchronizationContext(new());
            return base.RunTestCollections(ctxt, exception);
        }
    }
}
