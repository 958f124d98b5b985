namespace Blog.Text.Tex;

internal static partial class Commands
{
    private static IEnumerable<KeyValuePair<string, Command>> Boxes() =>
    [
        Of("boxed", (p, in t) => p.Boxed(t, "box")),
        Of("fbox", (p, in t) => p.FramedText(t)),
        Of("framebox", (p, in t) => p.FramedText(t)),
        Of("cancel", (p, in t) => p.Boxed(t, "ca")),
        Of("bcancel", (p, in t) => p.Boxed(t, "bc")),
        Of("xcancel", (p, in t) => p.CrossedOut(t)),
        Of("sout", (p, in t) => p.Boxed(t, "so")),
        Of("cancelto", (p, in t) => p.CancelTo(t)),
        Of("textcolor", (p, in t) => p.Coloured(t)),
        Of("color", (p, in t) => p.ColourCommand(t)),
        Of("colorbox", (p, in t) => p.ColourBox(t)),
        Of("fcolorbox", (p, in t) => p.FramedColourBox(t)),
        Of("definecolor", (p, in t) => p.DefineColour(t)),
        Of("href", (p, in t) => p.Link(t)),
        Of("url", (p, in t) => p.BareLink(t)),
        Of("phantom", (p, in t) => p.Phantom(t, "")),
        Of("hphantom", (p, in t) => p.Phantom(t, "h")),
        Of("vphantom", (p, in t) => p.Phantom(t, "v")),
        Of("smash", (p, in t) => p.Smash(t)),
        Of("rlap", (p, in t) => p.Padded(t, "rlap")),
        Of("mathrlap", (p, in t) => p.Padded(t, "rlap")),
        Of("llap", (p, in t) => p.Padded(t, "llap")),
        Of("mathllap", (p, in t) => p.Padded(t, "llap")),
        Of("clap", (p, in t) => p.Padded(t, "clap")),
        Of("mathclap", (p, in t) => p.Padded(t, "clap")),
        Of("raisebox", (p, in t) => p.Raised(t, 1)),
        Of("raise", (p, in t) => p.Raised(t, 1)),
        Of("lower", (p, in t) => p.Raised(t, -1)),
        Of("vcenter", (p, in t) => p.Argument(t)),
        Of("mathstrut", (p, in t) => p.Strut(t)),
        Of("strut", (p, in t) => p.Strut(t)),
        Of("rule", (p, in t) => p.Rule(t)),
        Of("Rule", (p, in t) => p.SizedRule(t)),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Switches() =>
    [
        Of("displaystyle", (p, in t) => p.StyleSwitch(t, MathStyle.Display)),
        Of("textstyle", (p, in t) => p.StyleSwitch(t, MathStyle.Text)),
        Of("scriptstyle", (p, in t) => p.StyleSwitch(t, MathStyle.Script)),
        Of("scriptscriptstyle", (p, in t) => p.StyleSwitch(t, MathStyle.ScriptOfScript)),
        .. new (string Name, int Percent)[]
        {
            ("tiny", 50), ("scriptsize", 70), ("footnotesize", 80), ("small", 90), ("normalsize", 100),
            ("large", 120), ("Large", 144), ("LARGE", 173), ("huge", 207), ("Huge", 249),
        }.Select(size => Of(size.Name, (p, in t) => p.SizeSwitch(t, size.Percent))),
        Of("mathchoice", (p, in t) => p.Choice(t)),
        Of("ensuremath", (p, in t) => p.Argument(t)),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Tabular() =>
    [
        Of("begin", (p, in t) => p.Environment(t)),
        Of("end", (p, in t) => p.StrayEnd(t)),
        Of("substack", (p, in t) => p.BracedTable(t, Environments.Stack)),
        Of("matrix", (p, in t) => p.BracedTable(t, Environments.Named("matrix"))),
        Of("pmatrix", (p, in t) => p.BracedTable(t, Environments.Named("pmatrix"))),
        Of("bmatrix", (p, in t) => p.BracedTable(t, Environments.Named("bmatrix"))),
        Of("cases", (p, in t) => p.BracedTable(t, Environments.Named("cases"))),
        Of("eqalign", (p, in t) => p.BracedTable(t, Environments.Aligned)),
        Of("displaylines", (p, in t) => p.BracedTable(t, Environments.Gathered)),
        .. new[] { "\\", "\\*", "cr", "newline", "tabularnewline" }.Select(name => Of(name, (p, in t) => p.Tree.Space(0, t.Span))),
        .. new[] { "hline", "hdashline", "toprule", "midrule", "bottomrule" }.Select(name => Of(name, (p, in t) => p.MisplacedLine(t))),
        Of("cline", (p, in t) => { p.RawArgument(t); return p.MisplacedLine(t); }),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Equations() =>
    [
        Of("tag", (p, in t) => p.Note(t, EquationNoteKind.Tag)),
        Of("tag*", (p, in t) => p.Note(t, EquationNoteKind.Tag)),
        Of("label", (p, in t) => p.Note(t, EquationNoteKind.Label)),
        Of("nonumber", (p, in t) => p.Note(t, EquationNoteKind.NoNumber)),
        Of("notag", (p, in t) => p.Note(t, EquationNoteKind.NoNumber)),
        Of("ref", (p, in t) => p.Reference(t, hasParentheses: false)),
        Of("eqref", (p, in t) => p.Reference(t, hasParentheses: true)),
    ];

    private static IEnumerable<KeyValuePair<string, Command>> Layout() =>
    [
        Of("begingroup", (p, in t) => p.Group(t)),
        Of("bgroup", (p, in t) => p.Group(t)),
        Of("vspace", (p, in t) => { p.Length(t); return null; }),
        Of("vspace*", (p, in t) => { p.Length(t); return null; }),
        Of("require", (p, in t) => p.IgnoredWithArgument(t)),
        Of("usepackage", (p, in t) => p.IgnoredWithArgument(t)),
        Of("noalign", (p, in t) => p.IgnoredWithArgument(t)),
        Of("leftroot", (p, in t) => p.IgnoredWithArgument(t)),
        Of("uproot", (p, in t) => p.IgnoredWithArgument(t)),
        Of("pagestyle", (p, in t) => p.IgnoredWithArgument(t)),
        Of("setlength", (p, in t) => { p.RawArgument(t); return p.IgnoredWithArgument(t); }),
    ];

    // Of no meaning for a formula on a page.
    private static IEnumerable<KeyValuePair<string, Command>> Ignored() =>
        ("allowbreak nobreak goodbreak break linebreak nolinebreak displaybreak pagebreak nopagebreak hfill hfil hfilneg vfill vfil smallskip medskip bigskip noindent par "
        + "centering raggedright expandafter noexpand relax global long protected outer arraystretch endgroup egroup null protect limits nolimits displaylimits "
        + "arraycolsep thinmuskip medmuskip thickmuskip allowdisplaybreaks mathsurround unskip ignorespaces nonscript")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Of(name, (_, in _) => null));

    // What could bring in markup, styles or files of somebody else.
    private static IEnumerable<KeyValuePair<string, Command>> Refused() =>
        "htmlClass htmlId htmlStyle htmlData class cssId style includegraphics".Split(' ').Select(name => Of(name, (p, in t) => p.Refused(t)));
}
