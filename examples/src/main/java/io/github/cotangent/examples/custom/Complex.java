package io.github.cotangent.examples.custom;

import io.github.cotangent.DifferentiableType;
import io.github.cotangent.NonDifferentiable;
import io.github.cotangent.PullbackOf;
import io.github.cotangent.TangentOf;

/** A complex number, as a type that declares itself differentiable. */
public final class Complex implements DifferentiableType<Complex, ComplexSum> {

  final double re;
  final double im;

  private Complex(double re, double im) {
    this.re = re;
    this.im = im;
  }

  @Override
  public ComplexSum accumulator() {
    return new ComplexSum();
  }

  @Override
  public Complex copy() {
    return new Complex(re, im);
  }

  @Override
  @NonDifferentiable
  public String toString() {
    return re + (im < 0 ? " - " : " + ") + Math.abs(im) + "i";
  }

  /** The number with these parts. */
  public static Complex of(double re, double im) {
    return new Complex(re, im);
  }

  /** The adjoints of two numbers are returned as a record. */
  @PullbackOf(method = "of(double re, double im)", names = "dResult")
  public static OfAdjoints ofPullback(ComplexSum dResult) {
    return new OfAdjoints(dResult.re, dResult.im);
  }

  /** What {@link #ofPullback} returns. */
  public record OfAdjoints(double dre, double dim) {}

  /** The tangent of a number with these parts. */
  @TangentOf(
      method = "of(double re, double im)",
      names = {"reDot", "imDot"})
  public static Complex ofTangent(double reDot, double imDot) {
    return of(reDot, imDot);
  }

  /** The product. */
  public Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  /** Adds to the adjoints of both factors. */
  @PullbackOf(
      method = "times(Complex other)",
      names = {"self", "other", "dResult", "dself", "dother"})
  public static void timesPullback(
      Complex self, Complex other, ComplexSum dResult, ComplexSum dself, ComplexSum dother) {
    dself.re += dResult.re * other.re + dResult.im * other.im;
    dself.im += dResult.im * other.re - dResult.re * other.im;
    dother.re += dResult.re * self.re + dResult.im * self.im;
    dother.im += dResult.im * self.re - dResult.re * self.im;
  }

  /** The product rule. */
  @TangentOf(
      method = "times(Complex other)",
      names = {"self", "other", "selfDot", "otherDot"})
  public static Complex timesTangent(
      Complex self, Complex other, Complex selfDot, Complex otherDot) {
    return selfDot.times(other).plus(self.times(otherDot));
  }

  /** The sum. */
  public Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  /** A sum passes its adjoint on as it is. */
  @PullbackOf(
      method = "plus(Complex other)",
      names = {"dResult", "dself", "dother"})
  public static void plusPullback(ComplexSum dResult, ComplexSum dself, ComplexSum dother) {
    dself.add(dResult);
    dother.add(dResult);
  }

  /** The sum of tangents. */
  @TangentOf(
      method = "plus(Complex other)",
      names = {"selfDot", "otherDot"})
  public static Complex plusTangent(Complex selfDot, Complex otherDot) {
    return selfDot.plus(otherDot);
  }

  /** The square of the absolute value. */
  public double norm() {
    return re * re + im * im;
  }

  /** The derivative of a number, with respect to a complex one. */
  @PullbackOf(
      method = "norm()",
      names = {"self", "dResult", "dself"})
  public static void normPullback(Complex self, double dResult, ComplexSum dself) {
    dself.re += 2 * dResult * self.re;
    dself.im += 2 * dResult * self.im;
  }

  /** The derivative along a direction. */
  @TangentOf(
      method = "norm()",
      names = {"self", "selfDot"})
  public static double normTangent(Complex self, Complex selfDot) {
    return 2 * (self.re * selfDot.re + self.im * selfDot.im);
  }
}
