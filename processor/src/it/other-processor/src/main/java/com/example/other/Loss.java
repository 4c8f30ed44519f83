package com.example.other;

/** A loss that is found as a service. */
public interface Loss {

  /** The value at a weight. */
  double value(double weight);

  /** The derivative at a weight. */
  double slope(double weight);
}
