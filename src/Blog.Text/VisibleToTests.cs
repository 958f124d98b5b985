using System.Runtime.CompilerServices;

// Tests count the steps of the highlighter, which nobody else wants to know.
[assembly: InternalsVisibleTo("Blog.Tests")]
