package io.github.cotangent.processor.analysis;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A sum of integers times constant factors, and a constant: {@code 2 * i - k + 1}. It is what it
 * says, of whole numbers: nothing overflows.
 *
 * @param factors the factor of each unknown, never zero
 */
record Linear(Map<Object, Long> factors, long constant) {

  /** The largest factor or constant; far from where sums of some would overflow a long. */
  private static final long LIMIT = 1L << 24;

  static Linear of(long constant) {
    return new Linear(Map.of(), constant);
  }

  static Linear unknown(Object unknown) {
    return new Linear(Map.of(unknown, 1L), 0);
  }

  /** This and another, which counts {@code factor} times. */
  Linear plus(Linear other, long factor) {
    Map<Object, Long> sum = new LinkedHashMap<>(factors);
    other.factors.forEach((x, f) -> sum.merge(x, f * factor, Long::sum));
    sum.values().removeIf(f -> f == 0);
    return new Linear(sum, constant + other.constant * factor);
  }

  Linear times(long factor) {
    return of(0).plus(this, factor);
  }

  /** The same with a sum in the place of an unknown. */
  Linear with(Object unknown, Linear value) {
    long factor = factors.get(unknown);
    return plus(unknown(unknown), -factor).plus(value, factor);
  }

  /** True if all numbers are of ordinary size. */
  boolean isSmall() {
    return Math.abs(constant) <= LIMIT
        && factors.values().stream().allMatch(f -> Math.abs(f) <= LIMIT);
  }

  /** True if no whole numbers make this zero, since all factors have a divisor that it has not. */
  boolean isIndivisible() {
    long divisor = 0;
    for (long f : factors.values()) {
      divisor = gcd(Math.abs(f), divisor);
    }
    return divisor > 1 && constant % divisor != 0;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
