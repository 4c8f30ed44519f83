package io.github.cotangent.tensor;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of the table of rules: an operation with its pullback and tangent, and the shapes and
 * numbers it is tried with. A number that is differentiated is written as an operand of shape ().
 *
 * @param name the name of the rule, without "Pullback" or "Tangent"
 * @param rules the class that the rules stand in
 * @param primal the operation
 * @param pullback its pullback
 * @param tangent its tangent
 * @param shapes for each try, the shape of each operand
 * @param domain which numbers it is tried with
 */
record Operation(
    String name,
    Class<?> rules,
    Primal primal,
    Pullback pullback,
    TangentRule tangent,
    List<int[][]> shapes,
    Domain domain) {

  /** An operation of all operands; one that gives a number gives it as a tensor. */
  interface Primal {
    Tensor of(Tensor[] x);
  }

  /** An operation that gives a number. */
  interface Scalar {
    double of(Tensor[] x);
  }

  /** Adds to the accumulator of each operand. */
  interface Pullback {
    void run(Tensor[] x, Tensor result, TensorAdjoint dResult, TensorAdjoint[] dx);
  }

  /** The tangent of the result. */
  interface TangentRule {
    Tensor of(Tensor[] x, Tensor result, Tensor[] xDot);
  }

  /** Numbers that an operation is differentiable at. */
  enum Domain {
    /** Any numbers, none near another, none near zero. */
    APART,
    /** Positive numbers. */
    POSITIVE;

    /** Numbers for a shape, always the same for the same seed. */
    Tensor tensor(long seed, int... shape) {
      Tensor x = Tensors.uniform(DType.DOUBLE, seed, 0.3, 1.3, shape);
      if (this == POSITIVE) {
        return x;
      }
      // Each number has a place of its own, 0.05 from the next, in an order that looks random.
      double[] places = new double[x.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = ((i * 37 + 11 * (seed % 89)) % 101 - 50) * 0.05 + 0.02 + 0.003 * (seed % 7);
      }
      return Tensors.of(places, shape);
    }
  }

  /** Starts a row. */
  static Operation of(String name, Class<?> rules, Primal primal) {
    return new Operation(name, rules, primal, null, null, List.of(), Domain.APART);
  }

  /** Starts a row of an operation that gives a number. */
  static Operation ofScalar(String name, Class<?> rules, Scalar primal) {
    return of(name, rules, x -> Tensors.scalar(x[0].dtype(), primal.of(x)));
  }

  Operation pullback(Pullback rule) {
    return new Operation(name, rules, primal, rule, tangent, shapes, domain);
  }

  Operation tangent(TangentRule rule) {
    return new Operation(name, rules, primal, pullback, rule, shapes, domain);
  }

  Operation positive() {
    return new Operation(name, rules, primal, pullback, tangent, shapes, Domain.POSITIVE);
  }

  /** Adds a try, with the shape of each operand. */
  Operation with(int[]... operands) {
    List<int[][]> more = new ArrayList<>(shapes);
    more.add(operands);
    return new Operation(name, rules, primal, pullback, tangent, more, domain);
  }

  /** Adds the usual tries for an operation of one tensor. */
  Operation withShapes() {
    return with(s(2, 3)).with(s()).with(s(1)).with(s(0, 3)).with(s(5)).with(s(2, 1, 2));
  }

  /** Adds the usual tries for an elementwise operation of two tensors. */
  Operation withBroadcasts() {
    return with(s(2, 3), s(2, 3))
        .with(s(2, 3), s(3))
        .with(s(3), s(2, 3))
        .with(s(2, 1), s(1, 3))
        .with(s(), s(2, 2))
        .with(s(2, 2), s())
        .with(s(), s())
        .with(s(0, 3), s(3))
        .with(s(1), s(0))
        .with(s(4, 1, 2), s(3, 1))
        .with(s(3, 1), s(4, 1, 2))
        .with(s(2, 3, 2), s(3, 1))
        .with(s(2, 1, 2), s(2, 3, 2));
  }

  /** A shape. */
  static int[] s(int... sizes) {
    return sizes;
  }
}
