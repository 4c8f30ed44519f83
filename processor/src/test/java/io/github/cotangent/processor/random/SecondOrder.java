package io.github.cotangent.processor.random;

import io.github.cotangent.processor.random.Verdict.Fact;
import java.util.List;

/** The checks of generated products with a Hessian. */
final class SecondOrder {
  private static final double SYMMETRY = 1e-8;

  private final Checker checker;
  private final Subject subject;
  private final Outcome primal;
  private final double[] direction;
  private final double[] other;

  /** The checks of one run. */
  SecondOrder(Checker checker, Subject subject, Outcome primal) {
    this.checker = checker;
    this.subject = subject;
    this.primal = primal;
    this.direction = checker.directions();
    this.other = checker.direction();
  }

  /** Runs them. */
  void check() {
    Outcome along = product(direction);
    if (primal.failed() || along.failed()) {
      Checker.thrown("fHvp", primal, along);
      return;
    }
    Outcome across = product(other);
    if (across.failed()) {
      Checker.thrown("fHvp", primal, across);
    }
    double[] first = partials(along.value());
    double[] second = partials(across.value());
    if (checker.usesFloats()
        || checker.isWild()
        || !Checker.isTame(partials(subject.gradient(checker.freshArgs()).value()))
        || !Checker.isTame(first)
        || !Checker.isTame(second)) {
      return;
    }
    symmetric(first, second);
    differences(Differences.dot(first, other));
  }

  private Outcome product(double[] v) {
    List<Object> args = checker.freshArgs();
    List<Object> tangents = checker.tangents(v);
    Outcome hvp = subject.hvp(args, tangents);
    Checker.same("arguments of fHvp", Leaves.exact(checker.args()), Leaves.exact(args));
    Checker.same("tangents of fHvp", Leaves.exact(checker.tangents(v)), Leaves.exact(tangents));
    return hvp;
  }

  private double[] partials(Object gradient) {
    return Backward.partials(subject, checker.args(), gradient);
  }

  private void symmetric(double[] first, double[] second) {
    double actual = Differences.dot(first, other);
    double mirrored = Differences.dot(second, direction);
    double scale = 1 + Differences.scale(first, other) + Differences.scale(second, direction);
    if (!(Math.abs(actual - mirrored) <= SYMMETRY * scale)) {
      throw new AssertionError("fHvp is not symmetric: " + actual + " and " + mirrored);
    }
    checker.found(Fact.SYMMETRY);
  }

  private void differences(double slope) {
    switch (Differences.opinion(this::gradient, slope)) {
      case AGREE -> checker.found(Fact.HVP);
      case DISAGREE -> throw Differences.disagreement("fHvp", this::gradient, slope);
      default -> {}
    }
  }

  /** The gradient at a moved point, along the other direction. */
  private double gradient(double h) {
    Outcome gradient = subject.gradient(checker.moved(h));
    return gradient.failed() ? Double.NaN : Differences.dot(partials(gradient.value()), other);
  }
}
