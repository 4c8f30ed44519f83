package io.github.cotangent;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Checks a gradient in a unit test: against numerical differentiation, and against forward mode if
 * that is given too. It needs no test framework; what is wrong is an {@link AssertionError} that
 * names the parameter and the index.
 *
 * <pre>{@code
 * GradientCheck.of("cubePlusX", 3.0, Polynomials::cubePlusX)
 *     .gradient(dPolynomials::dCubePlusX)
 *     .check();
 * }</pre>
 *
 * <p>The function is one of a single <i>point</i>: a {@code double} or {@code float}, a tensor, an
 * array or record of these, nested. For a function of several parameters, declare a record with a
 * component for each. The gradient has the point's shape: it may be the record that Cotangent
 * generates, since only the names of the components must be the same. What is constant is left out
 * of the point, and captured.
 *
 * <pre>{@code
 * record Point(double[][] w, double[] b) {}
 *
 * GradientCheck.of("loss", new Point(w, b), p -> Model.loss(p.w(), p.b(), data))
 *     .gradient(p -> dModel.dLoss(p.w(), p.b(), data))
 *     .jvp((p, dot) -> dModel.lossJvp(p.w(), p.b(), data, dot.w(), dot.b()).valueDot())
 *     .check();
 * }</pre>
 *
 * <p>A function whose result is an array or a record has a {@link #pullback} instead of a gradient.
 *
 * <p>Every call gets copies of its own, which alias as the arrays of the point do; the point stays
 * as it is. Two numbers agree if they differ by no more than the {@linkplain #tolerance tolerance},
 * relative to the larger of them. So that a derivative of zero is not asked for more than floating
 * point has, it is relative to at least {@code min(1, |f|) / max(1, |x|)}, with {@code f} near the
 * point.
 *
 * <p>The differences are central, and extrapolated to a step of zero (C. J. F. Ridders, "Accurate
 * computation of F'(x) and F'(x) F''(x)", Advances in Engineering Software 4, 1982), with an
 * estimate of their own error. Where that is too large to tell, as at a kink, the element is
 * <i>undecided</i>: the check does not pass, and says why. Take another point then, or look at the
 * {@link #report}.
 *
 * <p>Immutable: the methods that set something give another check.
 *
 * @param <P> the type of the point
 * @param <R> the type of the result
 */
public final class GradientCheck<P, R> {

  private final String name;
  private final P point;
  private final Function<? super P, R> function;
  private final CheckSettings<P, R> settings;

  private GradientCheck(
      String name, P point, Function<? super P, R> function, CheckSettings<P, R> settings) {
    this.name = name;
    this.point = point;
    this.function = function;
    this.settings = settings;
  }

  /**
   * Begins a check.
   *
   * @param <P> the type of the point
   * @param <R> the type of the result
   * @param name what to call the function in messages
   * @param point where to check: a {@code double} or {@code float}, a tensor, an array or record of
   *     these
   * @param function the function to differentiate. A method that writes into its arguments is made
   *     one by giving back what it wrote: {@code out -> { scale(out, 2.0); return out; }}
   * @return a check that knows no gradient yet
   */
  public static <P, R> GradientCheck<P, R> of(
      String name, P point, Function<? super P, R> function) {
    return new GradientCheck<>(
        Objects.requireNonNull(name, "name"),
        Objects.requireNonNull(point, "point"),
        Objects.requireNonNull(function, "function"),
        CheckSettings.initial());
  }

  /**
   * Sets the gradient to check, of a function with a {@code double} or {@code float} result.
   *
   * @param gradient gives the gradient at a point
   * @return a check of this gradient
   */
  public GradientCheck<P, R> gradient(Function<? super P, ?> gradient) {
    Objects.requireNonNull(gradient, "gradient");
    return with(settings.withReverse((at, one) -> gradient.apply(at), false));
  }

  /**
   * Sets the pullback to check, of a function with any result. It is checked as the gradient of the
   * sum of all numbers in the result, each multiplied by a random weight.
   *
   * @param pullback gives the adjoint of a point, for the adjoint of the result there
   * @return a check of this pullback
   */
  public GradientCheck<P, R> pullback(BiFunction<? super P, ? super R, ?> pullback) {
    Objects.requireNonNull(pullback, "pullback");
    return with(settings.withReverse(pullback, true));
  }

  /**
   * Sets a forward mode to compare with the gradient: along each single element, and along a random
   * direction. The differences judge which of the two is wrong.
   *
   * @param jvp gives the tangent of the result at a point, for a direction of the point's shape
   * @return a check that compares with it, too
   */
  public GradientCheck<P, R> jvp(BiFunction<? super P, ? super P, ? extends R> jvp) {
    Objects.requireNonNull(jvp, "jvp");
    return with(settings.withJvp(jvp));
  }

  /**
   * Sets how far two numbers may be apart, relative to the larger of them. The default is 1e-7, and
   * 1e-3 where there are floats.
   *
   * @param tolerance a positive number
   * @return a check with this tolerance
   */
  public GradientCheck<P, R> tolerance(double tolerance) {
    return with(settings.withTolerance(tolerance));
  }

  /**
   * Sets the largest step of the differences; smaller ones follow, as many as are needed. The
   * default is 0.03. Where the function throws so far from the point, or changes over much shorter
   * distances, take a smaller one.
   *
   * @param firstStep a positive number; at an {@code x} beyond 1 it is relative to {@code x}
   * @return a check with this step
   */
  public GradientCheck<P, R> firstStep(double firstStep) {
    return with(settings.withFirstStep(firstStep));
  }

  private GradientCheck<P, R> with(CheckSettings<P, R> changed) {
    return new GradientCheck<>(name, point, function, changed);
  }

  /**
   * Runs the check.
   *
   * @throws AssertionError if a number disagrees, or could not be decided
   * @throws IllegalArgumentException if shapes differ, or the point has no numbers
   * @throws IllegalStateException if no gradient and no pullback has been given
   */
  public void check() {
    GradientReport report = report();
    if (!report.passed()) {
      throw new AssertionError(report.toString());
    }
  }

  /**
   * Runs the check, and tells what was found. It throws only where nothing can be compared.
   *
   * @return all comparisons
   * @throws IllegalArgumentException if shapes differ, or the point has no numbers
   * @throws IllegalStateException if no gradient and no pullback has been given
   */
  public GradientReport report() {
    if (settings.reverse() == null) {
      throw new IllegalStateException("nothing to check: give a gradient or a pullback");
    }
    return new CheckRun<>(point, function, settings).report(name);
  }
}
