using System.Runtime.CompilerServices;

// The manual's list of functions is held against the tables of functions themselves.
[assembly: InternalsVisibleTo("Blog.Tests")]
