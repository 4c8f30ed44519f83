package cases.calls.objects;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;

// Instance methods of enums and classes of which nothing else can run in their place: the receiver
// is a constant, the parameter self.
final class Input {
  private Input() {}

  enum Activation {
    IDENTITY,
    SQUARE,
    SINE;

    double apply(double x) {
      return switch (this) {
        case IDENTITY -> x;
        case SQUARE -> x * x;
        case SINE -> Math.sin(x) * (1 + ordinal());
      };
    }

    double twice(double x) {
      return apply(apply(x));
    }
  }

  enum Bodied {
    ONE {
      @Override
      double weight() {
        return 1.5;
      }
    };

    abstract double weight();

    final double weighted(double x) {
      return weight() * x * x;
    }
  }

  static class Base {
    final double scale;

    Base(double scale) {
      this.scale = scale;
    }

    final double scaled(double x) {
      return scale * x;
    }
  }

  static final class Model extends Base {
    final double[] data;
    final int[] turns = new int[1];
    double offset = 0.5;

    Model(double scale, double... data) {
      super(scale);
      this.data = data;
    }

    @Differentiable
    double loss(double[] w) {
      double sum = 0;
      for (int i = 0; i < data.length; i++) {
        double r = predict(w, i) - data[i];
        sum += r * r;
      }
      return scaled(sum) * scale + offset * w[0] * w[0];
    }

    private double predict(double[] w, int i) {
      double p = 0;
      for (int k = w.length - 1; k >= 0; k--) {
        p = p * i + w[k];
      }
      return p;
    }

    void smooth(double[] w) {
      for (int i = 1; i < w.length; i++) {
        w[i] += this.scale * w[i - 1];
      }
    }

    double[] copy() {
      return data.clone();
    }

    boolean contains(double x) {
      return x > 0 && x < data.length;
    }

    /** Another number each time. */
    int next() {
      return turns[0]++;
    }

    double inLambda(double x) {
      double[] y = copy();
      Arrays.setAll(y, i -> data[i] + scale + scaled(i));
      return x * y[1];
    }
  }

  // run: layers(0.7, new Input.Activation[] {Input.Activation.SQUARE, Input.Activation.SINE})
  @Differentiable
  static double layers(double x, Activation[] activations) {
    double y = x;
    for (Activation a : activations) {
      y = a.apply(y) * (a.ordinal() + 0.5);
    }
    return y + Activation.SINE.twice(x) + Bodied.ONE.weighted(x);
  }

  // run: Model#loss(new Input.Model(1.5, 1, -2, 3), new double[] {0.7, 0.2, 0.3})
  // run: fit(new double[] {0.7, 0.2, 0.3}, new Input.Model(1.5, 1, -2, 3))
  // run: fit(new double[] {-0.7, 0.2, 0.3}, new Input.Model(1.5, 1, -2, 3))
  @Differentiable
  static double fit(double[] w, Model model) {
    double[] v = w.clone();
    model.smooth(v);
    double loss = model.loss(v);
    if (model.contains(w[0])) {
      loss += w[0] * model.copy()[1];
    }
    return loss + model.inLambda(w[1]);
  }

  // run: turns(new double[] {0.7, 0.2, 0.3}, new Input.Model(1.5, 1, -2, 3))
  @Differentiable
  static double turns(double[] w, Model model) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      int k = model.next() % 3;
      sum += w[k] * w[k] * (k + 1);
    }
    return sum;
  }

  // run: mean(new double[] {0.7, 0.2, 0.3})
  @Differentiable
  static double mean(double... xs) {
    double sum = 0;
    for (double x : xs) {
      sum += x * x;
    }
    return sum / xs.length;
  }

  // run: named(0.7, new String[] {"a", "b"})
  @Differentiable
  static double named(double x, String... names) {
    return mean(x, 2 * x, names.length) + Other.norm(x, x * x) + Other.norm(names.length, x);
  }

  // run: at(0.3)
  @Differentiable
  static double at(double x) {
    double[] places = {0, 0.25, 0.5, 1};
    int i = -1 - Arrays.binarySearch(places, x);
    return (x - places[i - 1]) * (places[i] - x);
  }
}
