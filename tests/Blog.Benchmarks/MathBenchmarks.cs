using BenchmarkDotNet.Attributes;
using Blog.Text.Tex;

namespace Blog.Benchmarks;

/// <summary>Formulas as blogs have them, mostly short ones of a line. The bar: 15 µs and 300 bytes of markup a formula, and no memory but that of the markup.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class MathBenchmarks
{
    private const int Count = 36;

    private static readonly (string Tex, bool IsDisplay)[] Formulas =
    [
        ("x", false), ("n", false), (@"\alpha", false), ("x_i", false), ("O(n)", false), (@"\theta", false), ("k", false), ("N=10", false), (@"O(n\log n)", false),
        (@"x \in \mathbb{R}^n", false), (@"p(x \mid y)", false), (@"\frac{1}{2}", false), (@"a_i \le b_i", false), (@"\hat{y}", false), ("f(x) = x^2", false), (@"\mathbf{W}", false),
        (@"\sum_{i=1}^n x_i", false), (@"W_Q, W_K, W_V", false), (@"\|x\|_2", false), ("i=1,2,\\dots,n", false), (@"\sqrt{d_k}", false), (@"\mathcal{N}(0, 1)", false), ("2^{10}", false),
        (@"\pi_\theta(a_t|s_t)", false), (@"d_{model}=512", false), (@"\text{若 } x > 0", false), ("dp[i][j]", false), (@"\lfloor n/2 \rfloor", false), (@"\Delta w", false), ("y=ax+b", false),
        (@"\mathcal{L}(\theta) = -\mathbb{E}_{x \sim p}\left[\log p_\theta(x)\right]", true),
        (@"\mathrm{Attention}(Q, K, V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right)V", true),
        (@"f(x) = \begin{cases} 1 & x > 0 \\ 0 & \text{otherwise} \end{cases}", true),
        (@"\begin{aligned} m_t &= \beta_1 m_{t-1} + (1-\beta_1) g_t \\ v_t &= \beta_2 v_{t-1} + (1-\beta_2) g_t^2 \end{aligned}", true),
        (@"\frac{\partial L}{\partial w_{ij}} = \sum_k \frac{\partial L}{\partial z_k} \frac{\partial z_k}{\partial w_{ij}}", true),
        (@"A = \begin{bmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & \ddots & \vdots \\ a_{m1} & \cdots & a_{mn} \end{bmatrix}", true),
    ];

    private readonly MathPage _page = new(new() { Annotation = MathAnnotation.None });

    [Benchmark(OperationsPerInvoke = Count)]
    public int Formula()
    {
        var characters = 0;
        foreach (var (tex, isDisplay) in Formulas)
        {
            characters += _page.Render(tex, isDisplay).Html.Length;
        }

        return characters;
    }
}
