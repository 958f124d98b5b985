namespace Blog.Text.Tex;

/// <summary>The characters that commands stand for, one constant per atom class.</summary>
/// <remarks>
/// Entries are parted by <c>;</c> or a line end: the characters, then the commands that write them. Where two classes share a
/// character (△ as an operator and as a relation), the command decides; a character typed directly takes the first class that
/// <see cref="Symbols"/> enters.
/// </remarks>
internal static class SymbolTables
{
    public const string Letters =
        """
        α \alpha ; β \beta ; γ \gamma ; δ \delta ; ε \varepsilon ; ζ \zeta ; η \eta ; θ \theta ; ι \iota ; κ \kappa ; λ \lambda
        μ \mu ; ν \nu ; ξ \xi ; ο \omicron ; π \pi ; ρ \rho ; ς \varsigma ; σ \sigma ; τ \tau ; υ \upsilon ; φ \varphi ; χ \chi
        ψ \psi ; ω \omega ; ϑ \thetasym \vartheta ; ϕ \phi ; ϖ \varpi ; ϱ \varrho ; ϵ \epsilon ; Γ \Gamma ; Δ \Delta ; Θ \Theta
        Λ \Lambda ; Ξ \Xi ; Π \Pi ; Σ \Sigma ; Υ \Upsilon ; Φ \Phi ; Ψ \Psi ; Ω \Omega ; Α \Alpha ; Β \Beta ; Ε \Epsilon ; Ζ \Zeta
        Η \Eta ; Ι \Iota ; Κ \Kappa ; Μ \Mu ; Ν \Nu ; Ο \Omicron ; Ρ \Rho ; Τ \Tau ; Χ \Chi ; ℂ \Complex \cnums ; ℕ \N \natnums
        ℝ \R \Reals \reals ; ℤ \Z ; 𝕜 \Bbbk ; 𝛤 \varGamma ; 𝛥 \varDelta ; 𝛩 \varTheta ; 𝛬 \varLambda ; 𝛯 \varXi ; 𝛱 \varPi
        𝛴 \varSigma ; 𝛶 \varUpsilon ; 𝛷 \varPhi ; 𝛹 \varPsi ; 𝛺 \varOmega
        """;

    public const string Ordinary =
        """
        # \# ; $ \$ ; % \% ; & \& ; \ \backslash ; _ \_ ; £ \mathsterling \pounds ; ¥ \yen ; § \S \sect ; ¬ \lnot \neg ; ® \circledR
        ° \degree ; ¶ \P ; Æ \AE ; Ø \O ; ß \ss ; æ \ae ; ð \eth ; ø \o ; Ł \L \l ; Œ \OE ; œ \oe ; Ϙ \Coppa ; ϙ \coppa \varcoppa
        Ϛ \Stigma ; ϛ \stigma ; ϝ \digamma ; Ϟ \Koppa ; ϟ \koppa ; Ϡ \Sampi ; ϡ \sampi ; ϰ \varkappa ; ‘ \lq ; † \dag ; ‡ \ddag
        ‵ \backprime ; € \euro ; ℏ \hbar \hslash ; ℑ \Im \image ; ℓ \ell ; ℘ \weierp \wp ; ℜ \Re \real ; ℧ \mho ; Ⅎ \Finv
        ℵ \alef \alefsym \aleph ; ℶ \beth ; ℷ \gimel ; ℸ \daleth ; ⅁ \Game ; ∀ \forall ; ∁ \complement ; ∂ \partial
        ∃ \exist \exists ; ∄ \nexists ; ∅ \empty \emptyset \varnothing ; ∇ \nabla ; √ \surd ; ∞ \infin \infty ; ∠ \angle
        ∡ \measuredangle ; ∢ \sphericalangle ; ⊤ \top ; ⊥ \bot ; Ⓢ \circledS ; ╱ \diagup ; ╲ \diagdown ; ■ \blacksquare
        □ \Box \square ; ▲ \blacktriangle ; △ \triangle ; ▼ \blacktriangledown ; ▽ \triangledown ; ◊ \Diamond \lozenge ; ★ \bigstar
        ☺ \smiley ; ♠ \spades \spadesuit ; ♡ \hearts \heartsuit ; ♢ \diamonds \diamondsuit ; ♣ \clubs \clubsuit ; ♭ \flat
        ♮ \natural ; ♯ \sharp ; ✓ \checkmark ; ✠ \maltese ; ⧫ \blacklozenge ; ı \imath ; ȷ \jmath ; ′ \prime \rq ; | \vert
        ‖ \Vert \| ; © \copyright ; ® \textregistered
        """;

    public const string Binary =
        """
        & \And ; ± \plusmn \pm ; × \times ; ÷ \div ; † \dagger ; ‡ \Dagger \ddagger ; ∓ \mp ; ∔ \dotplus ; ∖ \setminus \smallsetminus
        ∗ \ast ; ∘ \circ ; ∙ \bull \bullet ; ∧ \land \wedge ; ∨ \lor \vee ; ∩ \cap ; ∪ \cup ; ≀ \wr ; ⊎ \uplus ; ⊓ \sqcap ; ⊔ \sqcup
        ⊕ \oplus ; ⊖ \ominus ; ⊗ \otimes ; ⊘ \oslash ; ⊙ \odot ; ⊚ \circledcirc ; ⊛ \circledast ; ⊝ \circleddash ; ⊞ \boxplus
        ⊟ \boxminus ; ⊠ \boxtimes ; ⊡ \boxdot ; ⊲ \lhd ; ⊳ \rhd ; ⊴ \unlhd ; ⊵ \unrhd ; ⊺ \intercal ; ⊻ \veebar ; ⊼ \barwedge
        ⋄ \diamond ; ⋅ \cdot \centerdot \sdot ; ⋆ \star ; ⋇ \divideontimes ; ⋉ \ltimes ; ⋊ \rtimes ; ⋋ \leftthreetimes
        ⋌ \rightthreetimes ; ⋎ \curlyvee ; ⋏ \curlywedge ; ⋒ \Cap \doublecap ; ⋓ \Cup \doublecup ; ⋖ \lessdot ; ⋗ \gtrdot
        △ \bigtriangleup ; ▹ \triangleright ; ▽ \bigtriangledown ; ◃ \triangleleft ; ◯ \bigcirc ; ⦵ \minuso ; ⨿ \amalg
        ⩞ \doublebarwedge
        """;

    public const string Relations =
        """
        : \ratio \vcentcolon ; < \lt ; > \gt ; ← \gets \larr \leftarrow ; ↑ \uarr \uparrow ; → \rarr \rightarrow \to
        ↓ \darr \downarrow ; ↔ \harr \leftrightarrow \lrarr ; ↕ \updownarrow ; ↖ \nwarrow ; ↗ \nearrow ; ↘ \searrow ; ↙ \swarrow
        ↚ \nleftarrow ; ↛ \nrightarrow ; ↞ \twoheadleftarrow ; ↠ \twoheadrightarrow ; ↢ \leftarrowtail ; ↣ \rightarrowtail
        ↦ \mapsto ; ↩ \hookleftarrow ; ↪ \hookrightarrow ; ↫ \looparrowleft ; ↬ \looparrowright ; ↭ \leftrightsquigarrow
        ↮ \nleftrightarrow ; ↰ \Lsh ; ↱ \Rsh ; ↶ \curvearrowleft ; ↷ \curvearrowright ; ↺ \circlearrowleft ; ↻ \circlearrowright
        ↼ \leftharpoonup ; ↽ \leftharpoondown ; ↾ \restriction \upharpoonright ; ↿ \upharpoonleft ; ⇀ \rightharpoonup
        ⇁ \rightharpoondown ; ⇂ \downharpoonright ; ⇃ \downharpoonleft ; ⇄ \rightleftarrows ; ⇆ \leftrightarrows ; ⇇ \leftleftarrows
        ⇈ \upuparrows ; ⇉ \rightrightarrows ; ⇊ \downdownarrows ; ⇋ \leftrightharpoons ; ⇌ \rightleftharpoons ; ⇍ \nLeftarrow
        ⇎ \nLeftrightarrow ; ⇏ \nRightarrow ; ⇐ \Larr \Leftarrow \lArr ; ⇑ \Uarr \Uparrow \uArr ; ⇒ \Rarr \Rightarrow \rArr
        ⇓ \Darr \Downarrow \dArr ; ⇔ \Harr \Leftrightarrow \Lrarr \hArr \lrArr ; ⇕ \Updownarrow ; ⇚ \Lleftarrow ; ⇛ \Rrightarrow
        ⇝ \leadsto \rightsquigarrow ; ⇠ \dashleftarrow ; ⇢ \dashrightarrow ; ∈ \in \isin ; ∉ \notin ; ∋ \ni \owns ; ∌ \notni
        ∍ \backepsilon ; ∝ \propto \varpropto ; ∣ \mid \shortmid ; ∤ \nmid \nshortmid ; ∥ \parallel \shortparallel
        ∦ \nparallel \nshortparallel ; ∴ \therefore ; ∵ \because ; ∷ \coloncolon \dblcolon ; ∹ \eqcolon \minuscolon
        ∼ \sim \thicksim ; ∽ \backsim ; ≁ \nsim ; ≂ \eqsim ; ≃ \simeq ; ≅ \cong ; ≆ \ncong ; ≈ \approx \thickapprox ; ≊ \approxeq
        ≍ \asymp ; ≎ \Bumpeq ; ≏ \bumpeq ; ≐ \doteq ; ≑ \Doteq \doteqdot ; ≒ \fallingdotseq ; ≓ \risingdotseq
        ≔ \coloneqq \colonequals ; ≕ \eqqcolon \equalscolon ; ≖ \eqcirc ; ≗ \circeq ; ≜ \triangleq ; ≠ \ne \neq ; ≡ \equiv
        ≤ \le \leq ; ≥ \ge \geq ; ≦ \leqq ; ≧ \geqq ; ≨ \lneqq \lvertneqq ; ≩ \gneqq \gvertneqq ; ≪ \ll ; ≫ \gg ; ≬ \between
        ≮ \nless ; ≯ \ngtr ; ≰ \nleq \nleqq \nleqslant ; ≱ \ngeq \ngeqq \ngeqslant ; ≲ \lesssim ; ≳ \gtrsim ; ≶ \lessgtr ; ≷ \gtrless
        ≺ \prec ; ≻ \succ ; ≼ \preccurlyeq ; ≽ \succcurlyeq ; ≾ \precsim ; ≿ \succsim ; ⊀ \nprec ; ⊁ \nsucc ; ⊂ \sub \subset
        ⊃ \supset ; ⊆ \sube \subseteq ; ⊇ \supe \supseteq ; ⊈ \nsubseteq \nsubseteqq ; ⊉ \nsupseteq \nsupseteqq
        ⊊ \subsetneq \varsubsetneq ; ⊋ \supsetneq \varsupsetneq ; ⊏ \sqsubset ; ⊐ \sqsupset ; ⊑ \sqsubseteq ; ⊒ \sqsupseteq
        ⊢ \vdash ; ⊣ \dashv ; ⊨ \models \vDash ; ⊩ \Vdash ; ⊪ \Vvdash ; ⊬ \nvdash ; ⊭ \nvDash ; ⊮ \nVdash ; ⊯ \nVDash
        ⊲ \vartriangleleft ; ⊳ \vartriangleright ; ⊴ \trianglelefteq ; ⊵ \trianglerighteq ; ⊶ \origof ; ⊷ \imageof ; ⊸ \multimap
        ⋈ \Join \bowtie ; ⋍ \backsimeq ; ⋐ \Subset ; ⋑ \Supset ; ⋔ \pitchfork ; ⋘ \lll \llless ; ⋙ \ggg \gggtr ; ⋚ \lesseqgtr
        ⋛ \gtreqless ; ⋞ \curlyeqprec ; ⋟ \curlyeqsucc ; ⋠ \npreceq ; ⋡ \nsucceq ; ⋦ \lnsim ; ⋧ \gnsim ; ⋨ \precnsim ; ⋩ \succnsim
        ⋪ \ntriangleleft ; ⋫ \ntriangleright ; ⋬ \ntrianglelefteq ; ⋭ \ntrianglerighteq ; ⌢ \frown \smallfrown ; ⌣ \smallsmile \smile
        △ \vartriangle ; ▶ \blacktriangleright ; ◀ \blacktriangleleft ; ⟂ \perp ; ⟵ \longleftarrow ; ⟶ \longrightarrow
        ⟷ \longleftrightarrow ; ⟸ \Longleftarrow ; ⟹ \Longrightarrow ; ⟺ \Longleftrightarrow ; ⟼ \longmapsto
        ⩴ \Coloneqq \coloncolonequals ; ⩽ \leqslant ; ⩾ \geqslant ; ⪅ \lessapprox ; ⪆ \gtrapprox ; ⪇ \lneq ; ⪈ \gneq ; ⪉ \lnapprox
        ⪊ \gnapprox ; ⪋ \lesseqqgtr ; ⪌ \gtreqqless ; ⪕ \eqslantless ; ⪖ \eqslantgtr ; ⪯ \preceq ; ⪰ \succeq ; ⪵ \precneqq
        ⪶ \succneqq ; ⪷ \precapprox ; ⪸ \succapprox ; ⪹ \precnapprox ; ⪺ \succnapprox ; ⫅ \subseteqq ; ⫆ \supseteqq
        ⫋ \subsetneqq \varsubsetneqq ; ⫌ \supsetneqq \varsupsetneqq ; :− \coloneq \colonminus ; :∼ \Colonsim \coloncolonsim \colonsim
        :≈ \colonapprox ; =∷ \Eqqcolon \equalscoloncolon ; −∷ \Eqcolon \minuscoloncolon ; ∷− \Coloneq \coloncolonminus
        ∷≈ \Colonapprox \coloncolonapprox ; ∼: \simcolon ; ∼∷ \simcoloncolon ; ≈: \approxcolon ; ≈∷ \approxcoloncolon
        """;

    public const string Opening =
        """
        ( \lparen ; [ \lbrack ; { \{ \lbrace ; ⟨ \langle \lang ; ⌈ \lceil ; ⌊ \lfloor ; ⟮ \lgroup ; ⎰ \lmoustache ; | \lvert
        ‖ \lVert ; ⟦ \llbracket ; ⦃ \lBrace ; ⌜ \ulcorner ; ⌞ \llcorner
        """;

    public const string Closing =
        """
        ) \rparen ; ] \rbrack ; } \} \rbrace ; ⟩ \rangle \rang ; ⌉ \rceil ; ⌋ \rfloor ; ⟯ \rgroup ; ⎱ \rmoustache ; | \rvert
        ‖ \rVert ; ⟧ \rrbracket ; ⦄ \rBrace ; ⌝ \urcorner ; ⌟ \lrcorner
        """;

    public const string Punctuation =
        """
        . \ldotp ; · \cdotp ; : \colon
        """;

    public const string Inner =
        """
        ⋯ \cdots \dotsb \dotsm \dotsi ; … \ldots \dotsc \dotso \mathellipsis ; ⋱ \ddots ; ⋰ \iddots \adots ; ⋮ \vdots
        """;

    // Scripts go below and above in display style.
    public const string LargeWithLimits =
        """
        ∑ \sum ; ∏ \prod ; ∐ \coprod ; ⋂ \bigcap ; ⋃ \bigcup ; ⋀ \bigwedge ; ⋁ \bigvee ; ⨀ \bigodot ; ⨁ \bigoplus ; ⨂ \bigotimes
        ⨄ \biguplus ; ⨆ \bigsqcup ; ⨅ \bigsqcap ; ∫ \intop
        """;

    // Integrals keep their scripts beside them.
    public const string LargeWithScripts =
        """
        ∫ \int \smallint ; ∬ \iint ; ∭ \iiint ; ⨌ \iiiint ; ∮ \oint ; ∯ \oiint ; ∰ \oiiint ; ∫⋯∫ \idotsint
        """;

    // As long as what stands on and below them.
    public const string LongArrows =
        """
        ← \xleftarrow ; → \xrightarrow ; ↔ \xleftrightarrow ; ⇐ \xLeftarrow ; ⇒ \xRightarrow ; ⇔ \xLeftrightarrow ; ↩ \xhookleftarrow
        ↪ \xhookrightarrow ; ↼ \xleftharpoonup ; ↽ \xleftharpoondown ; ⇀ \xrightharpoonup ; ⇁ \xrightharpoondown ; ↦ \xmapsto
        = \xlongequal ; ↞ \xtwoheadleftarrow ; ↠ \xtwoheadrightarrow ; ⇌ \xrightleftharpoons ; ⇋ \xleftrightharpoons ; ⇄ \xtofrom
        """;

    // What \not makes of a relation; for all others U+0338 is put over it.
    public const string Negations =
        """
        = ≠ ; < ≮ ; > ≯ ; ≤ ≰ ; ≥ ≱ ; ∈ ∉ ; ∋ ∌ ; ⊂ ⊄ ; ⊃ ⊅ ; ⊆ ⊈ ; ⊇ ⊉ ; ≡ ≢ ; ∼ ≁ ; ≃ ≄ ; ≅ ≇ ; ≈ ≉ ; ≍ ≭ ; ∣ ∤ ; ∥ ∦ ; ⊢ ⊬ ; ⊨ ⊭
        ⊩ ⊮ ; ≺ ⊀ ; ≻ ⊁ ; ≼ ⋠ ; ≽ ⋡ ; ⊑ ⋢ ; ⊒ ⋣ ; ⊲ ⋪ ; ⊳ ⋫ ; ⊴ ⋬ ; ⊵ ⋭ ; ∃ ∄ ; → ↛ ; ← ↚ ; ↔ ↮ ; ⇒ ⇏ ; ⇐ ⇍ ; ⇔ ⇎
        """;

    public const string Functions =
        "arccos arcsin arctan arctg arcctg arg ch cos cosec cosh cot cotg coth csc ctg cth deg dim exp hom ker lg ln log sec sh sin sinh tan tanh tg th";

    // Scripts go below in display style.
    public const string FunctionsWithLimits = "det gcd inf lim max min plim Pr sup";

    // The + is a blank that the command's name does not have.
    public const string FunctionsOfTwoWords = "lim+inf lim+sup inj+lim proj+lim arg+max arg+min";
}
