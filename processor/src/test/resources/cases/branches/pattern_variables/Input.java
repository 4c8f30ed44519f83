package cases.branches.pattern_variables;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.List;

// Pattern variables are constants, declared where the test has been passed.
final class Input {
  private Input() {}

  sealed interface Event permits Dose, Sample, Note {}

  record Dose(double amount) implements Event {}

  record Sample(double time, double value) implements Event {}

  record Note(String text, int times) implements Event {}

  // run: fit(0.7, 1.1, Input.events())
  @Differentiable
  static double fit(double rate, double volume, @NonDifferentiable List<Event> events) {
    double a = 0;
    double error = 0;
    for (Event event : events) {
      if (event instanceof Dose dose) {
        a += dose.amount();
      } else if ((event instanceof Sample sample)) {
        double r = a / volume * Math.exp(-rate * sample.time()) - sample.value();
        error += r * r;
        a *= 0.9 * rate;
      } else {
        error += rate;
      }
    }
    return error;
  }

  // run: early(0.7, Input.events().get(0))
  // run: early(0.7, Input.events().get(1))
  // run: early(0.7, Input.events().get(2))
  @Differentiable
  static double early(double x, Event event) {
    if (event instanceof Note note && note.times() > 1) {
      return x * note.times();
    }
    if (event instanceof Note note && note.text().isEmpty()) {
      return x * x;
    }
    if (!(event instanceof Sample sample)) {
      return 3 * x;
    }
    double y = x * sample.value();
    if (!(event instanceof Dose dose)) {
      y *= x;
    } else {
      y *= dose.amount();
    }
    return y * sample.time();
  }

  // run: loop(0.7, new Object[] {2, "abc", 'c', 3, "d"})
  @Differentiable
  static double loop(double x, Object... things) {
    double y = x;
    for (Object o : things) {
      if (!(o instanceof String text)) {
        continue;
      }
      Object copy = text.length();
      if (copy instanceof Integer n && n > 1) {
        y *= n * x;
      }
      if (copy instanceof final Integer n) {
        y += n;
      }
    }
    return y;
  }

  // run: chain(0.7, new int[] {1, 2}, 1)
  // run: chain(0.7, new int[] {1, 2}, 5)
  // run: chain(0.7, 3, 1)
  @Differentiable
  static double chain(double x, Object o, int n) {
    double y = x;
    if (o instanceof int[] all && all.length > n && (n >= 0 || x > 1)) {
      y *= all[n] * x;
    }
    if ((o instanceof Integer k && k > 2) && k * y < 5) {
      k++;
      y *= k * x;
    }
    return y;
  }

  // run: held(0.7, new double[] {0.4, 0.6}, Input.shapes(), 1)
  // run: held(0.7, new double[] {0.4, 0.6}, Input.shapes(), 0)
  @Differentiable
  static double held(double x, double[] a, Object[] shapes, int n) {
    double y = x;
    for (Object shape : shapes) {
      if (!(shape instanceof Grid grid)) {
        if (shape instanceof double[][] rows) {
          for (double[] row : rows) {
            y += row[0] * a[n] * y;
          }
        }
        continue;
      }
      Grid moved = n > 0 ? grid : new Grid(a, grid.weights(), grid.inner());
      double[] inside = moved.inner().values().clone();
      inside[n] *= y;
      y += moved.offsets()[n] * inside[n] * moved.weights()[n][0] * x;
    }
    return y;
  }

  record Grid(double[] offsets, double[][] weights, Inner inner) {}

  record Inner(double[] values) {}

  static Object[] shapes() {
    Grid grid =
        new Grid(new double[] {1, 2}, new double[][] {{3}, {0.2}}, new Inner(new double[] {3, 4}));
    return new Object[] {grid, "none", new double[][] {{0.3}, {0.5}}, grid};
  }

  static List<Event> events() {
    return List.of(
        new Dose(2),
        new Sample(0.5, 1.2),
        new Note("ill", 3),
        new Note("", 0),
        new Dose(1),
        new Sample(1.5, 0.3));
  }
}
