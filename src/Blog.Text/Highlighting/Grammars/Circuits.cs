using Blog.Text.Highlighting.Rules;

namespace Blog.Text.Highlighting.Grammars;

/// <summary>Hardware: Verilog and SystemVerilog, VHDL.</summary>
internal static class Circuits
{
    public static Mode CreateVerilog() => new(
    [
        CLike.LineComment,
        CLike.BlockComment,
        CLike.DoubleQuoted,
        new Prefixed("`", TokenKind.Directive),
        new Prefixed("$", TokenKind.Builtin),
        new Special(CharSet.Digits | CharSet.Of("'"), ReadNumber),
        new Name(new Words()
            .Keywords("module endmodule input output inout reg always always_ff always_comb always_latch assign begin end case casex casez endcase if else for generate endgenerate "
                + "initial posedge negedge parameter localparam function endfunction task endtask default forever repeat while wait fork join disable force release deassign defparam "
                + "specify endspecify primitive endprimitive table endtable genvar signed unsigned automatic interface endinterface modport package endpackage import export class "
                + "endclass extends virtual static const typedef enum struct union packed return break continue do foreach unique priority assert property endproperty sequence "
                + "endsequence clocking endclocking constraint rand randc new this super program endprogram covergroup endgroup or and not xor nand nor xnor buf")
            .Types("wire logic integer real time bit byte shortint int longint string void tri supply0 supply1"))
        { Part = CLike.DollarNamePart },
        CLike.Signs,
    ])
    { LineEndsStatement = false };

    public static Mode CreateVhdl() => new(
        new ToLineEnd("--"),
        CLike.DoubleQuoted,
        new Quoted("'") { NeedsClose = true, Escapes = Escapes.None, When = scanner => scanner.Peek(2) == '\'' },
        new Number { HasBarePoints = false },
        new Name(new Words(ignoresCase: true)
            .Keywords("library use all is port generic in out inout buffer map signal variable constant begin end if then elsif else case when others loop for while next exit "
                + "generate process wait until after to downto not and or xor nand nor xnor mod rem sll srl rol ror abs attribute alias array record range type subtype file return "
                + "select with transport inertial rising_edge falling_edge report severity assert null new of on open shared pure impure configuration block component")
            .Classes("entity architecture package")
            .Functions("function procedure")
            .Types("std_logic std_logic_vector bit bit_vector integer natural positive boolean character string real time unsigned signed")
            .Constants("true false"))
        { Call = TokenKind.Text },
        CLike.Signs);

    // 8'hFF, 'b01, 4'b1x0z, 12
    private static bool ReadNumber(Scanner scanner)
    {
        var length = 0;
        while (char.IsAsciiDigit(scanner.Peek(length)) || scanner.Peek(length) is '_' or '.')
        {
            length++;
        }

        if (scanner.Peek(length) == '\'' && scanner.Peek(length + 1) is 'b' or 'B' or 'o' or 'O' or 'd' or 'D' or 'h' or 'H' or 's' or '0' or '1' or 'x' or 'z')
        {
            length += 2;
            while (char.IsAsciiHexDigit(scanner.Peek(length)) || scanner.Peek(length) is '_' or 'x' or 'X' or 'z' or 'Z' or '?' or 'h')
            {
                length++;
            }
        }

        if (length == 0)
        {
            return false;
        }

        scanner.Take(length, TokenKind.Number);
        scanner.Previous = Previous.Operand;
        return true;
    }
}
