package io.github.cotangent.processor.interpreter;

import java.util.function.DoubleSupplier;

/**
 * A floating-point value with its derivative in one direction.
 *
 * @param value the value; that of a {@code float} has been rounded to one
 * @param tangent the derivative, always in double precision
 * @param single true for a {@code float}
 */
record Dual(double value, double tangent, boolean single) {

  /** A double. */
  static Dual of(double value, double tangent) {
    return new Dual(value, tangent, false);
  }

  /** A float, rounded. */
  static Dual ofFloat(float value, double tangent) {
    return new Dual(value, tangent, true);
  }

  /** A constant of the same precision as asked for. */
  static Dual constant(double value, boolean single) {
    return new Dual(single ? (float) value : value, 0, single);
  }

  Dual plus(Dual o) {
    double sum = both(o) ? (float) value + (float) o.value : value + o.value;
    return new Dual(sum, tangent + o.tangent, both(o));
  }

  Dual minus(Dual o) {
    double difference = both(o) ? (float) value - (float) o.value : value - o.value;
    return new Dual(difference, tangent - o.tangent, both(o));
  }

  Dual times(Dual o) {
    double product = both(o) ? (float) value * (float) o.value : value * o.value;
    double t = chain(tangent, () -> o.value) + chain(o.tangent, () -> value);
    return new Dual(product, t, both(o));
  }

  Dual over(Dual o) {
    double quotient = both(o) ? (float) value / (float) o.value : value / o.value;
    double t =
        chain(tangent, () -> 1 / o.value) - chain(o.tangent, () -> value / o.value / o.value);
    return new Dual(quotient, t, both(o));
  }

  Dual remainder(Dual o) {
    double rest = both(o) ? (float) value % (float) o.value : value % o.value;
    double ratio = value / o.value;
    double t = tangent - chain(o.tangent, () -> ratio < 0 ? Math.ceil(ratio) : Math.floor(ratio));
    return new Dual(rest, t, both(o));
  }

  Dual negated() {
    return new Dual(-value, -tangent, single);
  }

  /** As the Java value of its type. */
  Object boxed() {
    if (single) {
      return (float) value;
    }
    return value;
  }

  /** An inactive partial is never evaluated, so that no {@code 0 * ∞} arises. */
  static double chain(double tangent, DoubleSupplier partial) {
    return tangent == 0 ? 0 : tangent * partial.getAsDouble();
  }

  private boolean both(Dual o) {
    return single && o.single;
  }
}
