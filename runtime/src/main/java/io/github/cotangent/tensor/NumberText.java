package io.github.cotangent.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints the numbers of an array as NumPy does: all in one form, with as many digits as tell them
 * apart, at most eight behind the point, the points below each other.
 */
final class NumberText {

  private static final int PRECISION = 8;

  private final DType dtype;
  private final boolean scientific;
  private final int fraction;
  private final int exponentDigits;
  private final int left;
  private final int right;

  /** Looks at all the numbers that are to be printed. */
  NumberText(DType dtype, double[] values) {
    this.dtype = dtype;
    this.scientific = needsExponent(dtype, values);
    int longestLeft = 0;
    int longestFraction = 0;
    int longestExponent = -1;
    boolean allFinite = true;
    boolean anyFinite = false;
    boolean minusInfinity = false;
    for (double v : values) {
      minusInfinity |= v == Double.NEGATIVE_INFINITY;
      allFinite &= Double.isFinite(v);
      if (Double.isFinite(v)) {
        anyFinite = true;
        Parts parts = parts(v);
        longestLeft = Math.max(longestLeft, parts.whole().length());
        longestFraction = Math.max(longestFraction, parts.fraction().length());
        longestExponent = Math.max(longestExponent, parts.exponent().length());
      }
    }
    fraction = longestFraction;
    exponentDigits = longestExponent;
    right = scientific && anyFinite ? longestExponent + 1 + fraction : fraction;
    left = allFinite ? longestLeft : Math.max(longestLeft, (minusInfinity ? 4 : 3) - (right + 1));
  }

  private static boolean needsExponent(DType dtype, double[] values) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (double v : values) {
      if (v != 0 && Double.isFinite(v)) {
        largest = Math.max(largest, Math.abs(v));
        smallest = Math.min(smallest, Math.abs(v));
      }
    }
    double limit = dtype == DType.FLOAT ? 1e6 : 1e8;
    return largest >= limit || smallest < 1e-4 || largest / smallest > 1000;
  }

  /**
   * A number in three parts.
   *
   * @param whole what stands before the point, with the sign
   * @param fraction the digits behind it, without trailing zeros
   * @param exponent the digits of the exponent with its sign; empty where there is none
   */
  private record Parts(String whole, String fraction, String exponent) {}

  private Parts parts(double v) {
    String sign = v < 0 || 1 / v < 0 ? "-" : "";
    BigDecimal shortest = shortest(Math.abs(v));
    if (!scientific) {
      BigDecimal rounded =
          shortest.scale() > PRECISION
              ? new BigDecimal(Math.abs(v)).setScale(PRECISION, RoundingMode.HALF_EVEN)
              : shortest;
      String text = rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
      int point = text.indexOf('.');
      return point < 0
          ? new Parts(sign + text, "", "")
          : new Parts(sign + text.substring(0, point), text.substring(point + 1), "");
    }
    MathContext digits = new MathContext(PRECISION + 1, RoundingMode.HALF_EVEN);
    BigDecimal rounded =
        shortest.precision() > PRECISION + 1 ? new BigDecimal(Math.abs(v)).round(digits) : shortest;
    rounded = rounded.stripTrailingZeros();
    String all = rounded.unscaledValue().toString();
    int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
    String size = exponent < 0 ? "-" : "+";
    String power = String.format(java.util.Locale.ROOT, "%02d", Math.abs(exponent));
    return new Parts(sign + all.charAt(0), all.substring(1), size + power);
  }

  /** The decimal number of fewest digits that reads back as this. */
  private BigDecimal shortest(double magnitude) {
    return new BigDecimal(
            dtype == DType.FLOAT ? Float.toString((float) magnitude) : Double.toString(magnitude))
        .stripTrailingZeros();
  }

  /** A number, as wide as all others. */
  String of(double v) {
    if (!Double.isFinite(v)) {
      String name = Double.isNaN(v) ? "nan" : v < 0 ? "-inf" : "inf";
      return " ".repeat(Math.max(left + right + 1 - name.length(), 0)) + name;
    }
    Parts parts = parts(v);
    String padding = " ".repeat(Math.max(left - parts.whole().length(), 0));
    int missing = fraction - parts.fraction().length();
    if (!scientific) {
      return padding + parts.whole() + "." + parts.fraction() + " ".repeat(missing);
    }
    int zeros = Math.max(exponentDigits - parts.exponent().length(), 0);
    String exponent =
        parts.exponent().charAt(0) + "0".repeat(zeros) + parts.exponent().substring(1);
    return padding + parts.whole() + "." + parts.fraction() + "0".repeat(missing) + "e" + exponent;
  }
}
