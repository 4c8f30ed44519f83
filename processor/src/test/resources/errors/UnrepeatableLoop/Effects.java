package errors;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Gradients;
import io.github.cotangent.NonDifferentiable;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

final class Effects {
  @Differentiable
  static double f(double x, @NonDifferentiable List<Integer> list, @NonDifferentiable Random random) {
    double y = x;
    for (int i = 0; i < 3; i++) {
      Gradients.checkpoint();
      System.out.println(i); // error: UnrepeatableLoop
      y = y * random.nextDouble(); // error: UnrepeatableLoop
      y = y * noisy(y); // error: UnrepeatableLoop
      y = y * constant(i); // error: UnrepeatableLoop
      y = y * hidden(); // error: UnrepeatableLoop
      y = y * Double.parseDouble("1.5".trim());
      assert y > 0 : "y is " + y;
      if (y < -1e9) {
        throw new IllegalStateException("y is too small");
      }
      try { // error: UnrepeatableLoop
        Integer.parseInt("a");
      } catch (NumberFormatException e) {
        System.out.println("no number");
      }
    }
    for (int v : list) { // error: UnrepeatableLoop
      Gradients.checkpoint();
      y = y * v;
    }
    for (int i = 0; i < 3; i++) {
      y = y * random.nextDouble();
      for (int j = 0; j < 3; j++) {
        Gradients.checkpoint(2);
        y = y * Gradients.stopGradient(y);
        for (int k = 0; k < 2; k++) {
          y = y * list.get(k); // error: UnrepeatableLoop
        }
      }
    }
    return y;
  }

  static double noisy(double y) {
    return deeper(y);
  }

  static double deeper(double y) {
    double z = y * Math.random();
    return z;
  }

  @NonDifferentiable
  static double constant(int i) {
    return i * 0.5;
  }

  static double hidden() {
    Iterator<Integer> one = List.of(1).iterator();
    return one.next();
  }

  private Effects() {}
}
