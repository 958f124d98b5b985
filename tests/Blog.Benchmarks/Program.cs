using BenchmarkDotNet.Running;

// dotnet run -c Release --project tests/Blog.Benchmarks -- --filter '*Template*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
