package io.github.cotangent.examples.pt004_minimize_multivariate;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;

/** Functions of a point in the plane, each with one lowest place. */
public final class Landscapes {

  private Landscapes() {}

  /** A place in the plane; also a gradient there, since that has the same two components. */
  public record Point(double x, double y) {}

  /** A bowl with its bottom at (0, 0); the larger {@code stretch}, the narrower it is in y. */
  @Differentiable
  public static double bowl(Point p, @NonDifferentiable double stretch) {
    return 0.5 * (p.x() * p.x() + stretch * p.y() * p.y());
  }

  /** Rosenbrock's valley: lowest at (1, 1), at the end of a long, flat, curved floor. */
  @Differentiable
  public static double rosenbrock(Point p) {
    double toGoal = 1.0 - p.x();
    double offFloor = p.y() - p.x() * p.x();
    return toGoal * toGoal + 100.0 * offFloor * offFloor;
  }
}
