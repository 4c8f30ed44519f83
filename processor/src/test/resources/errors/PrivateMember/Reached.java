package errors;

import io.github.cotangent.Differentiable;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

// Private members and types that are reached from lambdas, from what is copied, by references.
final class Reached {
  private static final Integer BOXED = 3;
  private static int counter = 1;

  private record Pair(int a, int b) {}

  private interface Shape {}

  private enum Mode {
    ON,
    OFF
  }

  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1;
  }

  private int count(int n) {
    return n;
  }

  private static int twice(int n) {
    return 2 * n;
  }

  private static Mode mode(int n) {
    return n > 0 ? Mode.ON : Mode.OFF;
  }

  private static double scaled(double x) {
    return x * BOXED; // error: PrivateMember @16
  }

  static final class Open {
    private final int field = 1;
  }

  @Differentiable
  static double reference(double x, int n) {
    IntUnaryOperator g = Reached::twice; // error: PrivateMember @26
    return x * g.applyAsInt(n);
  }

  @Differentiable
  static double inLambda(double x, int n) {
    IntUnaryOperator g = k -> k + BOXED; // error: PrivateMember @35
    return x * g.applyAsInt(n);
  }

  @Differentiable
  static double mutable(double x, int n) {
    Supplier<Integer> g = () -> counter + n; // error: PrivateMember
    return x * g.get();
  }

  @Differentiable
  static double inHelper(double x) {
    return scaled(x);
  }

  @Differentiable
  static double record(double x, int n) {
    Pair p = new Pair(n, 1); // error: PrivateMember
    return x * p.a();
  }

  @Differentiable
  static double constant(double x, int n) {
    return mode(n) == Mode.ON ? x : 2 * x; // error: PrivateMember
  }

  @Differentiable
  static double inferred(double x, int n) {
    var m = mode(n); // error: PrivateMember
    return x * m.ordinal();
  }

  @Differentiable
  static double instance(double x, Reached r) {
    return x * r.count(2); // error: PrivateMember @16
  }

  @Differentiable
  static double field(double x, Open o) {
    return x * o.field; // error: PrivateMember
  }

  @Differentiable
  static double type(double x, Object o) {
    return o instanceof Shape ? x : 2 * x; // error: PrivateMember
  }

  @Differentiable
  static double throwing(double x) throws Refused { // error: PrivateMember
    return x;
  }
}
