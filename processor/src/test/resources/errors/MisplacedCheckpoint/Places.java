package errors;

import static io.github.cotangent.Gradients.checkpoint;

import io.github.cotangent.Differentiable;

final class Places {
  @Differentiable
  static double f(double x, int n) {
    checkpoint(); // error: MisplacedCheckpoint @5
    double y = x;
    for (int i = 0; i < n; i++) {
      y = y * x;
      checkpoint(2); // error: MisplacedCheckpoint @7
    }
    for (int i = 0; i < n; i++) {
      if (i > 2) {
        checkpoint(); // error: MisplacedCheckpoint
      }
      y = y * x;
    }
    for (int i = 0; i < n; i++) {
      checkpoint(i + 1); // error: MisplacedCheckpoint @18
      y = y * x;
    }
    while (y > 1) {
      checkpoint(Math.max(n, 1)); // error: MisplacedCheckpoint @18
      y = y * 0.5;
    }
    while (y > 1) {
      checkpoint(n++); // error: MisplacedCheckpoint @18
      y = y * 0.5;
    }
    for (checkpoint(); y < 5; y = y * 2 + 1) { // error: MisplacedCheckpoint @10
      y++;
    }
    return y;
  }

  private Places() {}
}
