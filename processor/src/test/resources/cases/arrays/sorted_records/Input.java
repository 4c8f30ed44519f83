package cases.arrays.sorted_records;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;
import java.util.Comparator;

// The JDK's sort of constants: records, rows and numbers change their places, nothing in them does.
final class Input {
  private Input() {}

  record Patient(double time, double[] covariates) {}

  // run: cox(new double[] {0.3, -0.2}, Input.patients())
  @Differentiable
  static double cox(double[] beta, @NonDifferentiable Patient[] patients) {
    Patient[] sorted = patients.clone();
    Arrays.sort(sorted, Comparator.comparingDouble(Patient::time));
    double sum = 0;
    double loss = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      double eta = 0;
      for (int k = 0; k < beta.length; k++) {
        eta += beta[k] * sorted[i].covariates()[k];
      }
      sum += Math.exp(eta);
      loss += Math.log(sum) - eta;
    }
    return loss;
  }

  // run: twice(new double[] {0.3, -0.2}, Input.patients())
  @Differentiable
  static double twice(double[] beta, @NonDifferentiable Patient[] patients) {
    Patient[] all = patients.clone();
    double y = 0;
    for (int i = 0; i < all.length; i++) {
      y += beta[0] * beta[0] * all[i].covariates()[0] * i;
    }
    Arrays.sort(all, 1, 3, Comparator.comparingDouble(Patient::time));
    for (int i = 0; i < all.length; i++) {
      y += beta[1] * y * all[i].covariates()[1] * i;
    }
    Arrays.sort(all, Comparator.comparingDouble(p -> -p.covariates()[0]));
    return y * y * all[0].time();
  }

  // run: rows(new double[] {0.3, -0.2}, new double[][] {{3, 1}, {1, 2}, {2, 5}})
  @Differentiable
  static double rows(double[] w, @NonDifferentiable double[][] points) {
    double[][] p = points.clone();
    double y = w[0] * w[0] * p[0][1];
    Arrays.sort(p, Comparator.comparingDouble(q -> q[0]));
    y += w[1] * w[1] * p[0][1];
    double[] first = {3, 2, 1};
    y += w[0] * w[0] * first[0];
    Arrays.sort(first);
    return y + w[0] * w[0] * first[0];
  }

  static Patient[] patients() {
    return new Patient[] {
      new Patient(3, new double[] {0.1, 0.2}),
      new Patient(2, new double[] {-0.3, 0.5}),
      new Patient(1, new double[] {0.7, -0.4}),
      new Patient(5, new double[] {0.9, 0.6})
    };
  }
}
