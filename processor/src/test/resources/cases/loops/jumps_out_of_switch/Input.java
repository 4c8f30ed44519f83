package cases.loops.jumps_out_of_switch;

import io.github.cotangent.Differentiable;

// Switches in nested loops whose arms break and continue outer loops, and yield in between.
// run: f(1.1, new int[][] {{0, 1, 2}, {3, 0}, {1, 4, 0}, {5, 1}})
// run: f(1.1, new int[][] {{}, {2}})
final class Input {
  @Differentiable
  static double f(double x, int[][] codes) {
    double y = x;
    rows:
    for (int[] row : codes) {
      int k = 0;
      while (k < row.length) {
        double t = switch (row[k++]) {
          case 0 -> y * x;
          case 1 -> {
            double u = Math.sin(y);
            if (u > 0.9) {
              yield u * u;
            }
            yield u + y;
          }
          default -> 1;
        };
        switch (row[k - 1]) {
          case 3 -> {
            continue rows;
          }
          case 4 -> {
            y *= 2;
            break rows;
          }
          default -> y = t * 0.9 + y;
        }
      }
      y = y + t(y);
    }
    return y;
  }

  static double t(double y) {
    return y * y * 0.01;
  }

  private Input() {}
}
