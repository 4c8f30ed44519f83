package cases.names.classes_inside_methods;

import io.github.cotangent.Differentiable;
import java.util.ArrayList;
import java.util.List;

// Classes inside of methods have their name there, and no import.
final class Input {
  private Input() {}

  // run: shapes(0.7, 0)
  // run: shapes(0.7, 2)
  @Differentiable
  static double shapes(double x, int n) {
    interface Scale {
      int of(int k);
    }
    class Twice implements Scale {
      @Override
      public int of(int k) {
        return 2 * k;
      }
    }
    Scale scale = new Twice();
    Scale next = k -> k + 1;
    Scale chosen;
    if (n > 1) {
      chosen = next;
    } else {
      chosen = scale;
    }
    double y = x * chosen.of(3);
    scale = next;
    return y * x * scale.of(n);
  }

  // run: steps(0.7, 0)
  // run: steps(0.7, 3)
  @Differentiable
  static double steps(double x, int n) {
    record Step(int from, int to) {
      int width() {
        return to - from;
      }
    }
    List<Step> steps = new ArrayList<>();
    Step last = null;
    for (int i = 0; i < n; i++) {
      last = new Step(i, 2 * i + 1);
      steps.add(last);
    }
    double y = last == null ? x : x * last.width();
    for (Step step : steps) {
      int width = step.width();
      y = y * x + width;
    }
    return y;
  }
}
