package io.github.cotangent.examples.custom;

import io.github.cotangent.Accumulator;

/** The adjoint of a complex number, while it is being collected. */
public final class ComplexSum implements Accumulator<Complex> {

  double re;
  double im;

  @Override
  public void add(Complex value) {
    re += value.re;
    im += value.im;
  }

  void add(ComplexSum other) {
    re += other.re;
    im += other.im;
  }

  @Override
  public void set(Complex value) {
    re = value.re;
    im = value.im;
  }

  @Override
  public Complex freeze() {
    return Complex.of(re, im);
  }
}
