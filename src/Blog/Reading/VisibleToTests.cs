using System.Runtime.CompilerServices;

// Dates, YAML and addresses are tested directly: their tables would be hard to read as whole sites.
[assembly: InternalsVisibleTo("Blog.Tests")]
