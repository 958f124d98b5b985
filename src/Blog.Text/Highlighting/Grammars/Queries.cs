using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Languages that ask: SQL, Cypher, GraphQL.</summary>
internal static class Queries
{
    private static readonly Mode MetaArguments = new(
        new Quoted("'") { Escapes = Escapes.BackslashOrDoubled },
        new Quoted("\"") { Escapes = Escapes.Doubled },
        new Prefixed(":", TokenKind.Variable) { NotBehind = CharSet.NamePart | CharSet.Of(":") },
        new Special(CharSet.Of("\\"), ReadMetaCommand));

    public static Mode CreateSql()
    {
        Mode mode = null!; // set before the body of a function is read
        mode = Sql(() => mode);
        return mode;
    }

    private static Mode Sql(Func<Mode> self) => new(
        new ToLineEnd("--"),
        new ToLineEnd("#") { Place = Place.AfterBlank },
        CLike.BlockComment,
        new Special(CharSet.Of("\\"), ReadMetaCommand),
        new Quoted("'") { Escapes = Escapes.BackslashOrDoubled, IsMultiLine = true },
        new Quoted("\"") { Escapes = Escapes.Doubled, IsMultiLine = true },
        new Quoted("`") { Escapes = Escapes.None, NeedsClose = true, Kind = TokenKind.Text },
        new Special(CharSet.Of("$"), scanner => ReadDollarQuoted(scanner, self())),
        new Prefixed("@@", TokenKind.Variable),
        new Prefixed("@", TokenKind.Variable),
        new Prefixed(":", TokenKind.Variable) { NotBehind = CharSet.NamePart | CharSet.Of(":") },
        new Number('\0'),
        new Name(new Words(ignoresCase: true)
            .Keywords("add all alter and any as asc between by case cast check collate column constraint create cross current database default delete desc distinct drop else end "
                + "escape except exists explain fetch first following for foreign from full grant group having if in index inner insert intersect into is join key last "
                + "lateral left like limit natural not null offset on or order outer over partition preceding primary procedure recursive references returning right rollback row "
                + "rows select set table temporary temp then to transaction trigger truncate union unique update user using values view when where window with commit begin declare analyze "
                + "replace auto_increment autoincrement engine charset use show describe databases tables schema function returns return language call exec execute cascade restrict "
                + "before after each loop while do elseif elsif open close cursor revoke privileges identified rename modify change force ignore lock unlock unbounded ilike similar "
                + "regexp rlike div mod interval top go print materialized extension comment owner sequence start increment cluster distribute sort stored location partitioned "
                + "external overwrite vacuum pragma without rowid conflict nothing tablespace filter within rank_filter qualify pivot unpivot merge matched strict immutable volatile stable operator out inout session type public storage parallel safe restricted leakproof security invoker definer cost version cast aggregate setof record raise notice exception perform elsif found statement enable disable trigger policy domain publication subscription concurrently nulls only of cube rollup sets grouping extract load data infile lines terminated fields enclosed escaped optionally low_priority delayed straight_join")
            .Constants("true false")
            .Types("int integer bigint smallint tinyint mediumint serial bigserial decimal numeric real double float char varchar nvarchar nchar text tinytext mediumtext longtext blob date time timestamp timestamptz datetime boolean bool json "
                + "jsonb uuid bytea precision unsigned varying binary varbinary bit money number varchar2 clob string array")
            .Builtins("count sum avg min max coalesce nullif now row_number rank dense_rank lag lead concat substring upper lower trim length round abs date_format datediff ifnull nvl "
                + "current_timestamp current_date to_char to_date extract group_concat string_agg array_agg ntile first_value last_value rand floor ceil concat_ws isnull getdate"))
        { Call = TokenKind.Text },
        CLike.Signs);

    public static Mode CreateCypher() => new(
    [
        CLike.LineComment,
        CLike.BlockComment,
        .. CLike.Strings,
        new Quoted("`") { Escapes = Escapes.None, NeedsClose = true, Kind = TokenKind.Text },
        new Prefixed("$", TokenKind.Variable) { Start = CharSet.NamePart },
        new Prefixed(":", TokenKind.Label),
        new Number('\0') { HasBarePoints = false },
        new Name(new Words(ignoresCase: true)
            .Keywords("match where return create merge set delete detach remove with optional call yield unwind order by asc desc skip limit union all as and or not xor in is null "
                + "starts ends contains case when then else end distinct foreach on load csv from headers using index drop constraint assert unique exists fieldterminator periodic commit "
                + "profile explain")
            .Constants("true false")),
        CLike.Signs,
    ]);

    public static Mode CreateGraphql() => new(
        new ToLineEnd("#"),
        new Quoted("\"\"\"") { IsMultiLine = true },
        CLike.DoubleQuoted,
        new Prefixed("$", TokenKind.Variable),
        new Prefixed("@", TokenKind.Decorator),
        new Number('\0') { HasSign = true, HasBarePoints = false },
        new Name(new Words()
            .Keywords("on extend schema implements directive repeatable")
            .Functions("query mutation subscription fragment")
            .Classes("type interface union enum input scalar")
            .Constants("true false null")
            .Types("Int Float String Boolean ID"))
        { Capital = TokenKind.ClassName, Call = TokenKind.Text, Refine = KeyBeforeColon },
        CLike.Signs);

    private static TokenKind KeyBeforeColon(Scanner scanner, int end) =>
        end < scanner.End && scanner.Text[end] is ':' or '(' ? TokenKind.Attribute : TokenKind.Text;

    // \d and what stands behind it, to the end of the line
    private static bool ReadMetaCommand(Scanner scanner)
    {
        var length = 1;
        while (scanner.Peek(length) is not ('\0' or ' ' or '\t' or '\n' or ';'))
        {
            length++;
        }

        if (length == 1)
        {
            return false;
        }

        var isFirst = scanner.IsAtLineStart;
        scanner.Take(length, TokenKind.Directive);
        if (isFirst)
        {
            scanner.Push(new Frame { Mode = MetaArguments, EndsWithLine = true, OuterEnd = -1 });
        }

        return true;
    }

    // $$ … $$ and $tag$ … $tag$. Over several lines it is the body of a function.
    private static bool ReadDollarQuoted(Scanner scanner, Mode code)
    {
        var length = 1;
        while (length < 40 && scanner.Peek(length) is not '\0' and var c && CharSet.NamePart.Contains(c))
        {
            length++;
        }

        if (scanner.Peek(length) != '$')
        {
            scanner.Take(length, length > 1 ? TokenKind.Variable : TokenKind.Text);
            return true;
        }

        var quote = scanner.Text.Substring(scanner.Position, length + 1);
        var end = scanner.Find(quote, scanner.Position + length + 1);
        if (end < 0 || end > scanner.LineEnd)
        {
            scanner.Take(quote.Length, TokenKind.String);
            if (scanner.Embed(code, end < 0 ? scanner.End : end, end < 0 ? 0 : quote.Length))
            {
                return true;
            }
        }

        scanner.TakeTo(end < 0 ? scanner.End : end + quote.Length, TokenKind.String);
        return true;
    }
}
