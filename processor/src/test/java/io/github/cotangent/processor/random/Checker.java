package io.github.cotangent.processor.random;

import io.github.cotangent.processor.interpreter.Evaluation;
import io.github.cotangent.processor.random.Verdict.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Holds one run of a program and of its derivative against everything that is known of it. */
final class Checker {
  private static final double WILD = 1e6;
  private static final int DEEP = 12;

  private final Subject subject;
  private final Oracle oracle;
  private final Dice dice;
  private final List<Object> args;
  private final EnumSet<Fact> facts = EnumSet.noneOf(Fact.class);
  private final double[] direction;
  private final double tolerance;
  private double[] weights;
  private Evaluation evaluation;

  private Checker(Subject subject, Oracle oracle, List<Object> args, long seed) {
    this.subject = subject;
    this.oracle = oracle;
    this.dice = new Dice(seed);
    this.args = args;
    this.direction = direction();
    this.tolerance = usesFloats() ? 2e-3 : 1e-9;
  }

  /**
   * Runs all checks.
   *
   * @param oracle the interpreter, or null to do without
   */
  static Verdict check(Subject subject, Oracle oracle, long seed) {
    List<Object> args = Inputs.of(subject.program(), subject.owner(), seed);
    Checker checker = new Checker(subject, oracle, args, seed + 1);
    try {
      checker.run();
      return Verdict.good(checker.facts);
    } catch (AssertionError | RuntimeException e) {
      StringBuilder where = new StringBuilder(e.toString());
      if (e instanceof RuntimeException || e.getCause() != null) {
        for (int i = 0; i < Math.min(DEEP, e.getStackTrace().length); i++) {
          where.append("\n    at ").append(e.getStackTrace()[i]);
        }
      }
      return Verdict.bad(where + "\n  arguments " + Leaves.exact(args), checker.facts);
    }
  }

  boolean usesFloats() {
    return subject.program().source().contains("float");
  }

  /** Numbers for what is differentiated, zeros for the rest. */
  double[] direction() {
    List<Double> d = new ArrayList<>();
    for (int i = 0; i < args.size(); i++) {
      boolean moves = subject.program().parameters().get(i).isDifferentiable();
      int before = Leaves.of(args.subList(0, i), args.subList(0, i)).length;
      int after = Leaves.of(args.subList(0, i + 1), args.subList(0, i + 1)).length;
      for (int k = before; k < after; k++) {
        d.add(moves ? dice.between(-1, 1) : 0);
      }
    }
    return Differences.flat(d);
  }

  /** The arguments, moved along the direction. */
  List<Object> moved(double h) {
    int[] next = {0};
    return Leaves.copy(args, v -> v + h * direction[next[0]++]);
  }

  private List<Object> tangents() {
    return tangents(direction);
  }

  /** A direction in the shapes of the arguments: what they share, their tangents share. */
  List<Object> tangents(double[] direction) {
    int[] next = {0};
    return Leaves.copy(args, v -> direction[next[0]++]);
  }

  private void run() {
    List<Object> used = moved(0);
    Outcome primal = subject.primal(used);
    if (primal.failed()) {
      facts.add(Fact.THREW);
    }
    double dual = Double.NaN;
    if (!primal.failed()) {
      double[] response = response(primal, used);
      weights = weights(response.length, used);
      if (!isTame(response)) {
        facts.add(Fact.WILD);
      }
    }
    if (oracle != null) {
      dual = interpret(primal, used);
    }
    if (subject.hasDerivative()) {
      new Backward(this, subject, primal, used).check(dual);
    }
    if (subject.hasDirectional()) {
      new Forward(this, subject, primal, used).check(evaluation);
      if (subject.program().result().equals("double")) {
        new SecondOrder(this, subject, primal).check();
      }
    }
    if (oracle == null && !subject.hasDerivative()) {
      differences(Double.NaN);
    }
  }

  /** The seeds: 1 for a scalar; for a void method something for each array that it may write. */
  private double[] weights(int count, List<Object> after) {
    double[] w = new double[count];
    for (int i = 0; i < count; i++) {
      w[i] = subject.isScalar() ? 1 : dice.between(-1, 1);
    }
    if (subject.program().result().equals("void") && subject.hasDerivative()) {
      double[] written = Leaves.of(after, Leaves.inArrays(after));
      for (int i = 0; i < count; i++) {
        w[i] *= written[i];
      }
      Set<Integer> seeded = Set.copyOf(subject.seeded());
      for (int i = 0; i < after.size(); i++) {
        int from = Leaves.of(after.subList(0, i), after.subList(0, i)).length;
        int to = Leaves.of(after.subList(0, i + 1), after.subList(0, i + 1)).length;
        if (!seeded.contains(i)) {
          Arrays.fill(w, from, to, 0);
        }
      }
    }
    return w;
  }

  /** The numbers of the result; those of the arguments, of a void method. */
  private double[] response(Outcome primal, List<Object> after) {
    List<Object> result =
        subject.program().result().equals("void")
            ? after
            : Collections.singletonList(primal.value());
    return Leaves.of(result, result);
  }

  private double interpret(Outcome primal, List<Object> after) {
    Evaluation e;
    try {
      e = oracle.run(subject.program(), subject.owner().getClassLoader(), args, tangents());
    } catch (RuntimeException | AssertionError x) {
      if (primal.failed() && sameKind(primal.thrown(), x)) {
        return Double.NaN;
      }
      AssertionError error =
          new AssertionError("interpreter: " + x + "; f gave " + primal.exact(), x);
      error.setStackTrace(x.getStackTrace());
      throw error;
    }
    same("value of the interpreter", primal.exact(), Leaves.exact(e.value()));
    same("arguments after the interpreter", Leaves.exact(after), Leaves.exact(e.arguments()));
    evaluation = e;
    boolean isVoid = subject.program().result().equals("void");
    List<Object> shape = isVoid ? e.arguments() : Collections.singletonList(e.value());
    List<Object> dots = isVoid ? e.argumentTangents() : Collections.singletonList(e.tangent());
    double[] tangent = Leaves.of(shape, dots);
    double slope = Differences.dot(tangent, weights);
    if (!isTame(tangent) || !leftTame(e)) {
      // Also where only an array overflows: zero times an infinite partial is not a number.
      facts.add(Fact.WILD);
    }
    facts.add(Fact.DUAL);
    if (slope != 0) {
      facts.add(Fact.ALIVE);
    }
    differences(slope);
    return slope;
  }

  /** True if the run left no wild number in its arguments, and no wild tangent. */
  private static boolean leftTame(Evaluation e) {
    return isTame(Leaves.of(e.arguments(), e.arguments()))
        && isTame(Leaves.of(e.arguments(), e.argumentTangents()));
  }

  private static boolean sameKind(Throwable java, Throwable interpreted) {
    return java.getClass() == interpreted.getClass()
        || interpreted.getClass().getSimpleName().equals("UserException")
            && java instanceof IllegalStateException;
  }

  /** Compares a slope with finite differences, where those can be trusted. */
  void differences(double slope) {
    if (facts.contains(Fact.WILD) || facts.contains(Fact.THREW) || usesFloats()) {
      return;
    }
    switch (Differences.opinion(this::moment, slope)) {
      case AGREE -> facts.add(Fact.DIFFERENCES);
      case NONE -> facts.add(Fact.KINK);
      default -> throw Differences.disagreement("derivative", this::moment, slope);
    }
  }

  private double moment(double h) {
    List<Object> used = moved(h);
    Outcome outcome = subject.primal(used);
    if (outcome.failed()) {
      return Double.NaN;
    }
    double[] response = response(outcome, used);
    return response.length == weights.length ? Differences.dot(response, weights) : Double.NaN;
  }

  static boolean isTame(double[] values) {
    for (double v : values) {
      if (!(Math.abs(v) < WILD)) {
        return false;
      }
    }
    return true;
  }

  static void same(String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError(what + ": expected " + expected + " but was " + actual);
    }
  }

  /** Demands that a derivative throws what the program does, and only then. */
  static void thrown(String member, Outcome primal, Outcome derived) {
    if (!primal.failed()) {
      throw new IllegalStateException(
          "f gives " + primal.exact() + " but " + member + " throws " + derived.thrown(),
          derived.thrown());
    }
    same("exception", primal.exact(), derived.exact());
    // Of two indices that do not exist in one statement, either may be named: see the language
    // page.
    if (!(primal.thrown() instanceof IndexOutOfBoundsException)) {
      same("its message", "" + primal.thrown().getMessage(), "" + derived.thrown().getMessage());
    }
  }

  List<Object> freshArgs() {
    return moved(0);
  }

  List<Object> args() {
    return args;
  }

  double[] directions() {
    return direction;
  }

  double[] weights() {
    return weights;
  }

  /** Counts something. */
  void found(Fact fact) {
    facts.add(fact);
  }

  boolean isWild() {
    return facts.contains(Fact.WILD);
  }

  double tolerance() {
    return tolerance;
  }
}
