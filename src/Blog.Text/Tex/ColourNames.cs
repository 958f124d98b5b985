using System.Collections.Frozen;

namespace Blog.Text.Tex;

/// <summary>The colours that have names: those of CSS, and those of the printers' names that LaTeX adds.</summary>
internal static class ColourNames
{
    private const string OfCss =
        "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse chocolate coral "
        + "cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange "
        + "darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey "
        + "dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred "
        + "indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey "
        + "lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon "
        + "mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue "
        + "mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise palevioletred "
        + "papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna "
        + "silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white whitesmoke yellow "
        + "yellowgreen currentcolor transparent";

    // The names of dvipsnames that CSS does not know.
    private const string OfPrinters =
        "Apricot F9B984 Bittersweet C04F17 BlueGreen 00B3B8 BrickRed B6321C BurntOrange F7921D CarnationPink F282B4 Cerulean 00A2E3 Dandelion FDBC42 "
        + "Emerald 00A99D JungleGreen 00A99A Mahogany A9341F Melon F89E7B Mulberry A93C93 NavyBlue 006EB8 OliveGreen 3C8031 Peach F7965A "
        + "Periwinkle 7977B8 PineGreen 008B72 ProcessBlue 00B0F0 RawSienna 974006 RedOrange F26035 RedViolet A1246B Rhodamine EF559F "
        + "RoyalPurple 613F99 RubineRed ED017D Sepia 671800 TealBlue 00AEB3 VioletRed EF58A0 WildStrawberry EE2967 YellowOrange FAA21A";

    private static readonly FrozenDictionary<string, string> ByName = OfCss.Split(' ').Select(name => KeyValuePair.Create(name, name))
        .Concat(OfPrinters.Split(' ').Chunk(2).Select(pair => KeyValuePair.Create(pair[0], '#' + pair[1].ToLowerInvariant())))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> All => ByName.Keys;

    /// <summary>The colour as CSS writes it.</summary>
    public static string? Find(string name) => ByName.TryGetValue(name, out var colour) ? colour : null;
}
