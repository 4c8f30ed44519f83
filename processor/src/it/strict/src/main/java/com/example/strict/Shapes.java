package com.example.strict;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Every shape of generated code: records of gradients, tapes, linkage pairs, pullbacks. */
public final class Shapes {

  private Shapes() {}

  /** A point of the plane. */
  public record Point(double x, double y) {}

  /** A way to measure. */
  public enum Norm {
    /** The sum of the coordinates' sizes. */
    TAXI,
    /** The length of the straight line. */
    EUCLID
  }

  /** Which way is taken depends on data. */
  @Differentiable
  public static double distance(Point p, Point q, Norm norm) {
    double dx = p.x() - q.x();
    double dy = p.y() - q.y();
    return switch (norm) {
      case TAXI -> Math.abs(dx) + Math.abs(dy);
      case EUCLID -> Math.hypot(dx, dy);
    };
  }

  /** Switches with fall-through, labels, jumps, recursion and arrays that are overwritten. */
  @Differentiable
  @SuppressWarnings("fallthrough")
  public static float twisted(float[] v, @NonDifferentiable int mode) {
    float[] w = v.clone();
    outer:
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < i; j++) {
        if (w[j] > 10f) {
          continue outer;
        }
        w[i] *= 1f + 0.5f * w[j];
      }
    }
    float result = 0f;
    switch (mode) {
      case 0:
        result += power(w[0], 3);
      // fall through
      case 1:
        result += w[1];
        break;
      default:
        return w[2];
    }
    return result;
  }

  static float power(float x, int n) {
    return n == 0 ? 1f : x * power(x, n - 1);
  }

  /** An array of records in, an array out. */
  @Differentiable
  public static double[] scaled(Point[] points, double factor) {
    double[] result = new double[points.length];
    for (int i = 0; i < points.length; i++) {
      result[i] = points[i].x() * points[i].y() * factor;
    }
    return result;
  }
}
