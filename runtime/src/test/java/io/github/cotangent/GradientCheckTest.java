package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.GradientReport.Comparison;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class GradientCheckTest {

  record Layer(double[][] w, double[] b) {}

  record LayerGradient(double[] b, double[][] w) {}

  record Model(Layer[] layers, double rate, int rounds, String title) {}

  record Pair(double[] x, double[] y) {}

  record Half(double[] x) {}

  // Σ (i + 1) (j + 2) w[i][j]² + Σ sin(b[i]) w[i][0]
  private static double loss(double[][] w, double[] b) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < w[i].length; j++) {
        sum += (i + 1) * (j + 2) * w[i][j] * w[i][j];
      }
      sum += Math.sin(b[i]) * w[i][0];
    }
    return sum;
  }

  private static LayerGradient dLoss(double[][] w, double[] b) {
    double[][] dw = new double[w.length][];
    double[] db = new double[b.length];
    for (int i = 0; i < w.length; i++) {
      dw[i] = new double[w[i].length];
      for (int j = 0; j < w[i].length; j++) {
        dw[i][j] = 2 * (i + 1) * (j + 2) * w[i][j];
      }
      dw[i][0] += Math.sin(b[i]);
      db[i] = Math.cos(b[i]) * w[i][0];
    }
    return new LayerGradient(db, dw);
  }

  private static double lossJvp(Layer p, Layer dot) {
    LayerGradient d = dLoss(p.w(), p.b());
    double sum = 0;
    for (int i = 0; i < p.w().length; i++) {
      for (int j = 0; j < p.w()[i].length; j++) {
        sum += d.w()[i][j] * dot.w()[i][j];
      }
      sum += d.b()[i] * dot.b()[i];
    }
    return sum;
  }

  private static Layer layer() {
    return new Layer(new double[][] {{0.5, -1.25}, {2, 0.125}, {-0.75, 1}}, new double[] {1, 2, 3});
  }

  private static GradientCheck<Layer, Double> lossCheck() {
    return GradientCheck.of("loss", layer(), p -> loss(p.w(), p.b()));
  }

  private static List<String> places(List<Comparison> comparisons) {
    return comparisons.stream().map(c -> c.place() + " " + c.judge()).toList();
  }

  private static double cube(double x) {
    return x * x * x + x;
  }

  private static double dCube(double x) {
    return 3 * x * x + 1;
  }

  private static float square(float x) {
    return x * x;
  }

  private static float dSquare(float x) {
    return 2 * x;
  }

  private static GradientReport at(
      double x, UnaryOperator<Double> function, UnaryOperator<Double> gradient) {
    return GradientCheck.of("f", x, function).gradient(gradient).report();
  }

  @Test
  void correctGradientsPass() {
    for (double x : new double[] {0, 1e-9, 0.3, -7, 1234.5, 1e8}) {
      GradientCheck.of("cube", x, GradientCheckTest::cube)
          .gradient(GradientCheckTest::dCube)
          .check();
      assertThat(at(x, Math::sin, Math::cos).toString()).endsWith("all agree");
    }
    lossCheck().gradient(p -> dLoss(p.w(), p.b())).jvp(GradientCheckTest::lossJvp).check();
  }

  @Test
  void theReportNamesEveryComparison() {
    GradientReport report =
        lossCheck().gradient(p -> dLoss(p.w(), p.b())).jvp(GradientCheckTest::lossJvp).report();
    assertThat(report.passed()).isTrue();
    assertThat(report.tolerance()).isEqualTo(1e-7);
    assertThat(places(report.comparisons()))
        .hasSize(2 * 9 + 1)
        .startsWith("w[0][0] differences", "w[0][1] differences")
        .contains("b[2] differences", "b[2] forward mode")
        .endsWith("along a random direction forward mode");
    assertThat(report.comparisons()).allMatch(c -> c.relativeError() < 1e-9);
  }

  @Test
  void aWrongElementIsNamedWithBothNumbersAndTheTolerance() {
    GradientCheck<Layer, Double> check =
        lossCheck()
            .gradient(
                p -> {
                  LayerGradient d = dLoss(p.w(), p.b());
                  d.w()[1][1] += 0.5;
                  return d;
                })
            .tolerance(1e-6);
    assertThat(places(check.report().disagreements())).containsExactly("w[1][1] differences");
    assertThat(check.report().undecided()).isEmpty();
    assertThatThrownBy(check::check)
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("gradient of loss: 9 compared, tolerance 1.0E-6\n  1 wrong:\n")
        .hasMessageContaining("w[1][1]: the gradient is 2.0, differences: 1.")
        .hasMessageContaining("; error 0.500, relative 0.250, allowed 2.0e-06");
  }

  @Test
  void smallMistakesAreFound() {
    assertThat(at(0.7, Math::exp, x -> Math.exp(x) * (1 + 1e-6)).disagreements()).hasSize(1);
    assertThat(at(0.7, Math::exp, x -> Math.exp(x) * (1 + 1e-8)).passed()).isTrue();
    // All numbers are small, and so is what is allowed.
    assertThat(at(0.7, x -> 1e-9 * x * x, x -> 1.5e-9 * x).disagreements()).hasSize(1);
    assertThat(at(0.7, x -> 1e-9 * x * x, x -> 2e-9 * x).passed()).isTrue();
    assertThat(at(0.7, x -> 1e12 * x * x, x -> 2e12 * x).passed()).isTrue();
  }

  @Test
  void aDerivativeOfZeroIsCompared() {
    assertThat(at(0, Math::cos, x -> 0.0).passed()).isTrue();
    assertThat(at(0.3, x -> 5.0, x -> 0.0).passed()).isTrue();
    assertThat(at(0.3, x -> 5.0, x -> 1e-5).disagreements()).hasSize(1);
    assertThat(at(2, x -> (x - 2) * (x - 2), x -> 0.0).passed()).isTrue();
  }

  @Test
  void stepsThatWouldBePeriodsDoNotDeceive() {
    double k = 64 * Math.PI;
    assertThat(at(0, x -> Math.sin(k * x), x -> k).passed()).isTrue();
    assertThat(at(0, x -> Math.sin(k * x), x -> 0.0).disagreements()).hasSize(1);
  }

  @Test
  void bordersAndKinksNearbyAreNoHindrance() {
    assertThat(at(1e-3, Math::log, x -> 1 / x).passed()).isTrue();
    assertThat(at(1e-4, Math::abs, x -> 1.0).passed()).isTrue();
    assertThat(at(1e-4, Math::abs, x -> -1.0).disagreements()).hasSize(1);
  }

  @Test
  void atAKinkNothingIsDecidedBetweenTheSlopes() {
    for (double claim : new double[] {0, 0.5, 1}) {
      GradientReport report = at(0, x -> Math.max(x, 0), x -> claim);
      assertThat(report.passed()).isFalse();
      assertThat(report.disagreements()).isEmpty();
      assertThat(report.undecided()).hasSize(1);
      assertThat(report.toString())
          .contains("1 undecided:")
          .containsPattern("a kink: the slope is about -?0.000 to the left and 1.000 to the right");
    }
    assertThat(at(0, x -> Math.max(x, 0), x -> 1.5).disagreements()).hasSize(1);
    assertThat(at(0, x -> Math.max(x, 0), x -> -0.5).disagreements()).hasSize(1);
  }

  @Test
  void whereNothingConvergesNothingIsDecided() {
    assertThat(at(1, Math::floor, x -> 0.0).undecided()).hasSize(1);
    assertThat(at(0.5, x -> Math.sin(1e15 * x), x -> 1.0).toString()).contains("do not converge");
    assertThat(at(0, Math::cbrt, x -> Double.POSITIVE_INFINITY).undecided()).hasSize(1);
  }

  @Test
  void numbersThatAreNotFinite() {
    assertThat(at(-1, Math::log, x -> Double.NaN).passed()).isTrue();
    assertThat(at(-1, Math::log, x -> 1 / x).toString())
        .contains("1 undecided:", "the function is not finite here: it is NaN");
    assertThat(at(0, Math::sqrt, x -> Double.POSITIVE_INFINITY).toString())
        .contains("1 undecided:", "not finite on both sides");
    assertThat(at(1, Math::sqrt, x -> Double.NaN).toString())
        .contains("1 wrong:", "the gradient is NaN, differences: 0.5", "not finite");
    assertThat(at(1, Math::sqrt, x -> Double.POSITIVE_INFINITY).disagreements()).hasSize(1);
  }

  @Test
  void floats() {
    GradientCheck<Float, Float> check = GradientCheck.of("f", 1.5f, GradientCheckTest::square);
    check.gradient(GradientCheckTest::dSquare).check();
    assertThat(check.gradient(GradientCheckTest::dSquare).report().tolerance()).isEqualTo(1e-3);
    assertThat(check.gradient(x -> 2.02f * x).report().disagreements()).hasSize(1);
    float[][] xs = {{1, 2}, {3}};
    GradientCheck.of("g", xs, p -> p[0][0] * p[0][1] * p[1][0])
        .gradient(
            p ->
                new float[][] {
                  {p[0][1] * p[1][0], p[0][0] * p[1][0]}, {p[0][0] * p[0][1]},
                })
        .check();
  }

  @Test
  void forwardModeIsHeldAgainstReverse() {
    GradientReport report =
        lossCheck()
            .gradient(p -> dLoss(p.w(), p.b()))
            .jvp((p, dot) -> lossJvp(p, dot) + 0.25 * dot.b()[2])
            .report();
    assertThat(places(report.disagreements())).containsExactly("b[2] forward mode");
    // Right along each element, but not linear.
    report =
        lossCheck()
            .gradient(p -> dLoss(p.w(), p.b()))
            .jvp((p, dot) -> lossJvp(p, dot) + dot.b()[0] * dot.b()[1])
            .report();
    assertThat(places(report.disagreements()))
        .containsExactly("along a random direction forward mode");
  }

  @Test
  void recordsInArraysInRecords() {
    Model model = new Model(new Layer[] {layer(), layer()}, 0.5, 3, "m");
    GradientCheck<Model, Double> check =
        GradientCheck.of(
            "model",
            model,
            m ->
                m.rounds()
                    * m.rate()
                    * (loss(m.layers()[0].w(), m.layers()[0].b()) + m.layers()[1].b()[1]));
    UnaryOperator<Model> gradient =
        m -> {
          double scale = m.rounds() * m.rate();
          LayerGradient d = dLoss(m.layers()[0].w(), m.layers()[0].b());
          for (double[] row : d.w()) {
            multiply(row, scale);
          }
          multiply(d.b(), scale);
          Layer second = new Layer(new double[3][2], new double[] {0, scale, 0});
          double value = loss(m.layers()[0].w(), m.layers()[0].b()) + m.layers()[1].b()[1];
          return new Model(
              new Layer[] {new Layer(d.w(), d.b()), second},
              m.rounds() * value,
              m.rounds(),
              m.title());
        };
    check.gradient(gradient).check();
    GradientReport report =
        check
            .gradient(
                m -> {
                  Model d = gradient.apply(m);
                  d.layers()[1].b()[1] = 0;
                  return d;
                })
            .report();
    assertThat(places(report.disagreements())).containsExactly("layers[1].b[1] differences");
  }

  private static void multiply(double[] row, double factor) {
    for (int i = 0; i < row.length; i++) {
      row[i] *= factor;
    }
  }

  @Test
  void whatIsOneArrayMovesAsOne() {
    double[] shared = {1, 2};
    GradientCheck<Pair, Double> check =
        GradientCheck.of("dot", new Pair(shared, shared), p -> p.x()[0] * p.y()[0] * p.y()[1]);
    // The total derivative, at both places.
    check
        .gradient(
            p -> {
              assertThat(p.x()).isSameAs(p.y()).isNotSameAs(shared);
              double[] d = {2 * p.x()[0] * p.x()[1], p.x()[0] * p.x()[0]};
              return new Pair(d, d);
            })
        .jvp((p, dot) -> 2 * p.x()[0] * p.x()[1] * dot.x()[0] + p.x()[0] * p.x()[0] * dot.y()[1])
        .check();
    double[] row = {3};
    GradientCheck.of("rows", new double[][][] {{row, row}, {{2}}}, a -> a[0][0][0] * a[0][1][0])
        .gradient(a -> new double[][][] {{{6}, {6}}, {{0}}})
        .check();
  }

  @Test
  void thePointStaysAsItIs() {
    double[] x = {1, 2};
    GradientCheck.of(
            "f",
            x,
            a -> {
              a[0] *= a[1];
              return a[0];
            })
        .gradient(
            a -> {
              double t = a[0];
              a[0] = a[1];
              a[1] = t;
              return a;
            })
        .check();
    assertThat(x).containsExactly(1, 2);
  }

  @Test
  void pullbacksAreCheckedWithWeights() {
    double[] x = {0.5, -1.5};
    GradientCheck<double[], double[]> check =
        GradientCheck.of("f", x, a -> new double[] {a[0] * a[1], a[0] * a[0], a[1]});
    check
        .pullback((a, d) -> new double[] {d[0] * a[1] + 2 * d[1] * a[0], d[0] * a[0] + d[2]})
        .jvp(
            (a, dot) ->
                new double[] {
                  a[0] * dot[1] + a[1] * dot[0], 2 * a[0] * dot[0], dot[1],
                })
        .check();
    assertThat(
            places(
                check
                    .pullback((a, d) -> new double[] {d[0] * a[1] + 2 * d[1] * a[0], d[0] * a[0]})
                    .report()
                    .disagreements()))
        .containsExactly("argument[1] differences");
    // What is written is given back.
    GradientCheck.of(
            "twice",
            x,
            a -> {
              multiply(a, 2);
              return a;
            })
        .pullback(
            (a, d) -> {
              multiply(d, 2);
              return d;
            })
        .check();
  }

  @Test
  void shapesThatDifferAreSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lossCheck().gradient(p -> new Layer(new double[3][2], null)).check())
        .withMessage("the gradient has null at 'b', which is a double[]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                lossCheck()
                    .gradient(p -> new Layer(new double[][] {{1, 2}, {3}, {4, 5}}, p.b()))
                    .check())
        .withMessage("the gradient has length 1 at 'w[1]', which has length 2");
    Pair pair = new Pair(new double[1], new double[1]);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> GradientCheck.of("f", pair, p -> 1.0).gradient(p -> new Half(p.x())).check())
        .withMessage(
            "the gradient has no component 'y': what is constant must not be in the point");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> GradientCheck.of("f", new Half(pair.x()), p -> 1.0).gradient(p -> pair).check())
        .withMessageStartingWith("the gradient has a component [y], which is not in ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.of("f", 1.0, x -> x).gradient(x -> 1.0f).check())
        .withMessage("the gradient has a float at 'argument', which is a double");
  }

  @Test
  void numbersBesideNothingAreSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GradientCheck.of("f", new Pair(new double[1], null), p -> p.x()[0])
                    .gradient(p -> new Pair(new double[] {1}, new double[] {2}))
                    .check())
        .withMessage("the gradient has a double[] at 'y', which is null");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GradientCheck.of("f", new double[][] {{}, {1}}, p -> p[1][0])
                    .gradient(p -> new double[][] {{3}, {1}})
                    .check())
        .withMessage("the gradient has length 1 at 'argument[0]', which has length 0");
  }

  @Test
  void whatCannotBeCheckedIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.of("f", 3, n -> 1.0).gradient(n -> n).check())
        .withMessageStartingWith("the point holds no double and no float");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.of("f", 3.0, x -> 1).gradient(x -> x).check())
        .withMessage("the result holds no double and no float: 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.of("f", new double[2], x -> x).gradient(x -> x).check())
        .withMessage("the result is a double[], which has a pullback rather than a gradient");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.of("f", 3.0, x -> x).tolerance(0))
        .withMessage("tolerance must be positive and finite, and is 0.0");
    assertThatIllegalStateException()
        .isThrownBy(() -> GradientCheck.of("f", 3.0, x -> x).check())
        .withMessage("nothing to check: give a gradient or a pullback");
  }
}
