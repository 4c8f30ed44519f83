package cases.checkpoint.values;

import io.github.cotangent.Differentiable;
import io.github.cotangent.DifferentiableType;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/** A vector that is a type of its own: all that the compiler knows of it is in its annotations. */
final class Vec implements DifferentiableType<Vec, VecSum> {
  static final Vec ONES = of(1, 1);

  private final double[] v;

  private Vec(double[] v) {
    this.v = v;
  }

  @Override
  public VecSum accumulator() {
    return new VecSum(v.length);
  }

  @Override
  public Vec copy() {
    return new Vec(v);
  }

  @NonDifferentiable
  int size() {
    return v.length;
  }

  /** Vectors of one number each. */
  static Vec[] all(double... numbers) {
    Vec[] all = new Vec[numbers.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Vec(new double[] {numbers[i]});
    }
    return all;
  }

  /** The same object, taken for a constant. */
  @NonDifferentiable
  Vec detached() {
    return this;
  }

  // From numbers and back

  static Vec of(double... a) {
    return new Vec(a.clone());
  }

  @PullbackOf(
      method = "of(double... a)",
      names = {"dResult", "da"})
  static void ofPullback(VecSum dResult, double[] da) {
    for (int i = 0; i < da.length; i++) {
      da[i] += dResult.sum[i];
    }
  }

  @Differentiable
  @TangentOf(method = "of(double... a)", names = "aDot")
  static Vec ofTangent(double[] aDot) {
    return of(aDot);
  }

  double at(int i) {
    return v[i];
  }

  @PullbackOf(
      method = "at(int i)",
      names = {"i", "dResult", "dself"})
  static void atPullback(int i, double dResult, VecSum dself) {
    dself.sum[i] += dResult;
  }

  @Differentiable
  @TangentOf(
      method = "at(int i)",
      names = {"selfDot", "i"})
  static double atTangent(Vec selfDot, int i) {
    return selfDot.at(i);
  }

  // Arithmetic

  Vec plus(Vec other) {
    double[] sum = v.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.v[i];
    }
    return new Vec(sum);
  }

  @PullbackOf(
      method = "plus(Vec other)",
      names = {"dResult", "dself", "dother"})
  static void plusPullback(VecSum dResult, VecSum dself, VecSum dother) {
    for (int i = 0; i < dResult.sum.length; i++) {
      dself.sum[i] += dResult.sum[i];
      dother.sum[i] += dResult.sum[i];
    }
  }

  @Differentiable
  @TangentOf(
      method = "plus(Vec other)",
      names = {"selfDot", "otherDot"})
  static Vec plusTangent(Vec selfDot, Vec otherDot) {
    return selfDot.plus(otherDot);
  }

  Vec times(Vec other) {
    double[] product = v.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= other.v[i];
    }
    return new Vec(product);
  }

  @PullbackOf(
      method = "times(Vec other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  static void timesPullback(Vec self, Vec other, VecSum dResult, VecSum dself, VecSum dother) {
    for (int i = 0; i < self.v.length; i++) {
      dself.sum[i] += dResult.sum[i] * other.v[i];
      dother.sum[i] += dResult.sum[i] * self.v[i];
    }
  }

  @Differentiable
  @TangentOf(
      method = "times(Vec other)",
      names = {"self", "other", "selfDot", "otherDot"})
  static Vec timesTangent(Vec self, Vec other, Vec selfDot, Vec otherDot) {
    return selfDot.times(other).plus(self.times(otherDot));
  }

  Vec scaled(double k) {
    double[] out = v.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] *= k;
    }
    return new Vec(out);
  }

  @PullbackOf(
      method = "scaled(double k)",
      names = {"self", "k", "dResult", "dself"})
  static double scaledPullback(Vec self, double k, VecSum dResult, VecSum dself) {
    double dk = 0;
    for (int i = 0; i < self.v.length; i++) {
      dself.sum[i] += dResult.sum[i] * k;
      dk += dResult.sum[i] * self.v[i];
    }
    return dk;
  }

  @Differentiable
  @TangentOf(
      method = "scaled(double k)",
      names = {"self", "k", "selfDot", "kDot"})
  static Vec scaledTangent(Vec self, double k, Vec selfDot, double kDot) {
    return selfDot.scaled(k).plus(self.scaled(kDot));
  }

  double dot(Vec other) {
    double s = 0;
    for (int i = 0; i < v.length; i++) {
      s += v[i] * other.v[i];
    }
    return s;
  }

  @PullbackOf(
      method = "dot(Vec other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  static void dotPullback(Vec self, Vec other, double dResult, VecSum dself, VecSum dother) {
    dself.add(dResult, other);
    dother.add(dResult, self);
  }

  @Differentiable
  @TangentOf(
      method = "dot(Vec other)",
      names = {"self", "other", "selfDot", "otherDot"})
  static double dotTangent(Vec self, Vec other, Vec selfDot, Vec otherDot) {
    return selfDot.dot(other) + self.dot(otherDot);
  }

  // Functions

  Vec tanh() {
    double[] out = v.clone();
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.tanh(out[i]);
    }
    return new Vec(out);
  }

  @PullbackOf(
      method = "tanh()",
      names = {"result", "dResult", "dself"})
  static void tanhPullback(Vec result, VecSum dResult, VecSum dself) {
    for (int i = 0; i < result.v.length; i++) {
      dself.sum[i] += dResult.sum[i] * (1 - result.v[i] * result.v[i]);
    }
  }

  @Differentiable
  @TangentOf(
      method = "tanh()",
      names = {"result", "selfDot"})
  static Vec tanhTangent(Vec result, Vec selfDot) {
    return selfDot.plus(result.times(result).times(selfDot).scaled(-1));
  }

  /** All vectors, one behind the other. */
  static Vec join(Vec[] parts) {
    int size = 0;
    for (Vec part : parts) {
      size += part.v.length;
    }
    double[] out = new double[size];
    int at = 0;
    for (Vec part : parts) {
      System.arraycopy(part.v, 0, out, at, part.v.length);
      at += part.v.length;
    }
    return new Vec(out);
  }

  @PullbackOf(
      method = "join(Vec[] parts)",
      names = {"dResult", "dparts"})
  static void joinPullback(VecSum dResult, VecSum[] dparts) {
    int at = 0;
    for (VecSum part : dparts) {
      for (int i = 0; i < part.sum.length; i++) {
        part.sum[i] += dResult.sum[at++];
      }
    }
  }

  @Differentiable
  @TangentOf(method = "join(Vec[] parts)", names = "partsDot")
  static Vec joinTangent(Vec[] partsDot) {
    return join(partsDot);
  }
}
