package cases.records.static_method_in_record;

import io.github.cotangent.Differentiable;

// A record as the annotated class itself, with static and instance methods.
// run: Input#area(new Input(1.5, 2.5))
// run: of(1.5)
record Input(double width, double height) {
  @Differentiable
  double area() {
    return width * height + twice(width);
  }

  @Differentiable
  static Input of(double x) {
    return new Input(x * x, twice(x));
  }

  private static double twice(double x) {
    return 2 * x;
  }
}
