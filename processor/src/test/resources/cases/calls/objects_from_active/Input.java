package cases.calls.objects_from_active;

import io.github.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

// A helper that reads what carries a derivative, and gives an object in which there is none: its call
// stays a call.
// run: f(new double[] {0.5, 1.25, 3}, 3)
final class Input {
  @Differentiable
  static double f(double[] x, int steps) {
    double sum = 0;
    List<int[]> near = near(x, 1.5);
    for (int s = 0; s < steps; s++) {
      if (s == 2) {
        near = near(x, 2);
      }
      for (int[] pair : near) {
        sum += x[pair[0]] * x[pair[1]];
      }
      x[0] += 0.125 * sum;
    }
    return sum;
  }

  private static List<int[]> near(double[] x, double radius) {
    List<int[]> pairs = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++) {
        if (Math.abs(x[i] - x[j]) < radius) {
          pairs.add(new int[] {i, j});
        }
      }
    }
    return pairs;
  }

  private Input() {}
}
