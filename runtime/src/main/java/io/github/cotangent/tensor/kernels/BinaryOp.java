package io.github.cotangent.tensor.kernels;

import io.github.cotangent.runtime.Subgradients;

/** An elementwise operation of two numbers, with its partial derivatives. */
public enum BinaryOp {
  PLUS("plus"),
  MINUS("minus"),
  TIMES("times"),
  DIVIDE("dividedBy"),
  POW("pow"),
  MAX("maximum"),
  MIN("minimum"),
  SQUARED_DIFFERENCE("squaredDifference"),
  GREATER("greater"),
  GREATER_EQUAL("greaterOrEqual"),
  LESS("less"),
  LESS_EQUAL("lessOrEqual"),
  EQUAL("equalTo"),
  NOT_EQUAL("notEqualTo");

  private final String method;

  BinaryOp(String method) {
    this.method = method;
  }

  /** What the operation is called, in messages. */
  public String method() {
    return method;
  }

  /** The value at a pair of numbers; comparisons give 1 or 0. */
  double apply(double a, double b) {
    return switch (this) {
      case PLUS -> a + b;
      case MINUS -> a - b;
      case TIMES -> a * b;
      case DIVIDE -> a / b;
      case POW -> Math.pow(a, b);
      case MAX -> Math.max(a, b);
      case MIN -> Math.min(a, b);
      case SQUARED_DIFFERENCE -> (a - b) * (a - b);
      case GREATER -> a > b ? 1 : 0;
      case GREATER_EQUAL -> a >= b ? 1 : 0;
      case LESS -> a < b ? 1 : 0;
      case LESS_EQUAL -> a <= b ? 1 : 0;
      case EQUAL -> a == b ? 1 : 0;
      case NOT_EQUAL -> a != b ? 1 : 0;
    };
  }

  /** The partial derivative with respect to the first number (0) or the second (1). */
  double partial(int operand, double a, double b) {
    return operand == 0 ? partialOfFirst(a, b) : partialOfSecond(a, b);
  }

  private double partialOfFirst(double a, double b) {
    return switch (this) {
      case PLUS, MINUS -> 1;
      case TIMES -> b;
      case DIVIDE -> 1 / b;
      case POW -> b == 0 ? 0 : b * Math.pow(a, b - 1);
      case MAX -> Subgradients.max(a, b);
      case MIN -> Subgradients.min(a, b);
      case SQUARED_DIFFERENCE -> 2 * (a - b);
      default -> throw noPartial();
    };
  }

  private double partialOfSecond(double a, double b) {
    return switch (this) {
      case PLUS -> 1;
      case MINUS -> -1;
      case TIMES -> a;
      case DIVIDE -> -a / (b * b);
      case POW -> a == 0 && b > 0 ? 0 : Math.pow(a, b) * Math.log(a);
      case MAX -> Subgradients.max(b, a);
      case MIN -> Subgradients.min(b, a);
      case SQUARED_DIFFERENCE -> 2 * (b - a);
      default -> throw noPartial();
    };
  }

  private IllegalStateException noPartial() {
    return new IllegalStateException(method + " has no derivative");
  }
}
