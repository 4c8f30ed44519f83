package errors;

import io.github.cotangent.Accumulator;
import io.github.cotangent.Differentiable;
import io.github.cotangent.DifferentiableType;

// Methods without a body, and instance methods that something else may run in place of.
abstract class Bodies {
  @Differentiable
  abstract double withoutBody(double x); // error: UnsupportedMethod @19

  @Differentiable
  static native double inC(double x); // error: UnsupportedMethod @24

  @Differentiable
  double ofAnObject(double x) { // error: UnsupportedMethod @10
    return x;
  }

  interface Shape {
    @Differentiable
    double area(double width); // error: UnsupportedMethod

    @Differentiable
    default double twice(double x) { // error: UnsupportedMethod
      return 2 * x;
    }
  }

  class Inner {
    @Differentiable
    double f(double x) { // error: UnsupportedMethod
      return x;
    }
  }

  enum Kind {
    ONE {
      @Override
      double f(double x) {
        return 2 * x;
      }
    };

    @Differentiable
    double f(double x) { // error: UnsupportedMethod
      return x;
    }
  }

  static final class Box<T> {
    @Differentiable
    double f(double x) { // error: UnsupportedMethod
      return x;
    }
  }

  static final class Locked {
    @Differentiable
    synchronized double f(double x) { // error: UnsupportedMethod
      return x;
    }
  }

  static final class Own implements DifferentiableType<Own, OwnSum> {
    final double value = 1;

    @Differentiable
    double f(double x) { // error: UnsupportedMethod
      return x * value;
    }

    @Override
    public OwnSum accumulator() {
      return new OwnSum();
    }

    @Override
    public Own copy() {
      return new Own();
    }
  }

  static final class OwnSum implements Accumulator<Own> {
    @Override
    public void add(Own adjoint) {}

    @Override
    public void set(Own adjoint) {}

    @Override
    public Own freeze() {
      return new Own();
    }
  }
}
