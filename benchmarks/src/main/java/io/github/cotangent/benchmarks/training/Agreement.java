package io.github.cotangent.benchmarks.training;

/**
 * How far two contenders are apart, relative to what they compute.
 *
 * @param gradientNorm of the length of the first gradient
 * @param loss of the losses of the first steps, at most
 */
public record Agreement(double gradientNorm, double loss) {

  private static final int STEPS = 4;

  /** Further apart they compute something else, and their times do not compare. */
  private static final double TOLERANCE = 1e-3;

  /**
   * Lets both contenders make some steps.
   *
   * @throws IllegalStateException if they differ by more than rounding
   */
  public static Agreement of(Task task) {
    try (Trainee ours = task.generated(task.rate());
        Trainee peer = task.torch(task.rate())) {
      double norm = difference(task, "gradient", ours.gradientNorm(), peer.gradientNorm());
      double loss = 0;
      for (int i = 0; i < STEPS; i++) {
        loss = Math.max(loss, difference(task, "loss", ours.step(), peer.step()));
      }
      return new Agreement(norm, loss);
    }
  }

  private static double difference(Task task, String what, double ours, double peers) {
    double difference = Math.abs(ours - peers) / Math.abs(peers);
    if (!(difference < TOLERANCE)) {
      throw new IllegalStateException(
          task.name() + ": the " + what + " is " + ours + ", and PyTorch's is " + peers);
    }
    return difference;
  }
}
