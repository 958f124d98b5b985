using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Blog.Benchmarks -- --filter '*Build*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
