package io.github.cotangent.examples.pt002_multivar;

import io.github.cotangent.Differentiable;

/** A function of three parameters of which one is of interest. */
public final class Savings {

  private Savings() {}

  /** What a deposit has become after so many years, with interest added at the end of each. */
  @Differentiable(wrt = "rate")
  public static double balance(double deposit, double rate, int years) {
    double money = deposit;
    for (int year = 0; year < years; year++) {
      money = money * (1.0 + rate);
    }
    return money;
  }
}
