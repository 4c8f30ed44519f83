package io.github.cotangent.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The checks of the generated reverse mode. */
final class Backward {
  private final Checker checker;
  private final Subject subject;
  private final Outcome primal;
  private final List<Object> after;

  /**
   * The checks of one run.
   *
   * @param after the arguments after the primal
   */
  Backward(Checker checker, Subject subject, Outcome primal, List<Object> after) {
    this.checker = checker;
    this.subject = subject;
    this.primal = primal;
    this.after = after;
  }

  /** Runs them; {@code dual} is the derivative by forward mode, or NaN where it is not known. */
  void check(double dual) {
    List<Object> args = checker.freshArgs();
    Outcome first = subject.isScalar() ? subject.gradient(args) : subject.pullback(args);
    unchanged(args);
    if (primal.failed() || first.failed()) {
      Checker.thrown("dF", primal, first);
      return;
    }
    Object gradient = subject.isScalar() ? first.value() : pulledBack(first.value());
    List<Object> args2 = checker.freshArgs();
    Object again =
        subject.isScalar()
            ? value(subject.gradient(args2))
            : pulledBack(value(subject.pullback(args2)));
    Checker.same("a second run", Leaves.exact(gradient), Leaves.exact(again));
    if (subject.isScalar()) {
      valueAndGradient(gradient);
    }
    if (!checker.isWild()) {
      compare(gradient, dual);
    }
  }

  private void unchanged(List<Object> args) {
    Checker.same("arguments", Leaves.exact(checker.args()), Leaves.exact(args));
  }

  private static Object value(Outcome outcome) {
    if (outcome.failed()) {
      throw new IllegalStateException("the pullback threw " + outcome.thrown(), outcome.thrown());
    }
    return outcome.value();
  }

  private void valueAndGradient(Object gradient) {
    List<Object> args = checker.freshArgs();
    Object both = value(subject.valueAndGradient(args));
    unchanged(args);
    Checker.same("value", primal.exact(), Leaves.exact(Leaves.component(both, 0)));
    sameButForOrder(gradient, Leaves.component(both, 1));
  }

  /** Sums over rounds of loops may be added up in another order than in the gradient alone. */
  private void sameButForOrder(Object gradient, Object other) {
    String expected = Leaves.unsigned(gradient);
    String actual = Leaves.unsigned(other);
    if (expected.equals(actual) || checker.isWild()) {
      return;
    }
    double[] a = Leaves.of(Collections.singletonList(gradient), List.of(gradient));
    double[] b = Leaves.of(Collections.singletonList(gradient), List.of(other));
    double largest = Arrays.stream(a).map(Math::abs).max().orElse(0);
    for (int i = 0; i < a.length; i++) {
      boolean isSame = Double.compare(a[i], b[i]) == 0;
      if (!isSame && !(Math.abs(a[i] - b[i]) <= checker.tolerance() * (1 + largest))) {
        Checker.same("gradient with the value", expected, actual);
      }
    }
  }

  private Object pulledBack(Object pullback) {
    boolean isVoid = subject.program().result().equals("void");
    if (!isVoid) {
      Checker.same("value", primal.exact(), Leaves.exact(subject.value(pullback)));
    }
    List<Object> shape = isVoid ? after : Collections.singletonList(primal.value());
    int[] next = {0};
    double[] w = checker.weights();
    List<Object> seeds = Leaves.unshared(Leaves.copy(shape, v -> w[next[0]++]));
    String before = Leaves.exact(seeds);
    Object gradient = value(subject.apply(pullback, seeds));
    Checker.same("seeds", before, Leaves.exact(seeds));
    Object again = value(subject.apply(pullback, seeds));
    Checker.same("a second apply", Leaves.exact(gradient), Leaves.exact(again));
    return gradient;
  }

  /** The partials of a gradient, in the order of the arguments' numbers; zero where it has none. */
  static double[] partials(Subject subject, List<Object> args, Object gradient) {
    List<Object> parts = subject.parts(gradient);
    List<Object> shadows = new ArrayList<>();
    List<Object> zero = Leaves.copy(args, v -> 0);
    for (int i = 0; i < args.size(); i++) {
      shadows.add(parts.get(i) == null ? zero.get(i) : parts.get(i));
    }
    return Leaves.of(args, shadows);
  }

  private void compare(Object gradient, double dual) {
    double[] leaves = partials(subject, checker.args(), gradient);
    double reverse = Differences.dot(leaves, checker.directions());
    double scale = Differences.scale(leaves, checker.directions());
    if (Double.isNaN(dual)) {
      checker.differences(reverse);
    } else if (!(Math.abs(reverse - dual) <= checker.tolerance() * (1 + scale + Math.abs(dual)))) {
      throw new AssertionError(
          "reverse " + reverse + ", forward " + dual + ", gradient " + Leaves.exact(gradient));
    }
  }
}
