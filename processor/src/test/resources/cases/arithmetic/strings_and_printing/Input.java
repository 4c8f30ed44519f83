package cases.arithmetic.strings_and_printing;

import io.github.cotangent.Differentiable;

// Strings, builders and printing stay in the forward pass: printed once, as the primal does.
// run: f(1.5, "ab")
final class Input {
  @Differentiable
  static double f(double x, String name) {
    String text = name + x + 1;
    StringBuilder builder = new StringBuilder(name);
    double y = x * x;
    System.out.println("y = " + y);
    builder.append(name.length()).append('c');
    System.out.printf("%s %d%n", name, builder.length());
    y = y * x;
    System.out.print(String.format("%.3f", y));
    System.out.println();
    return y * builder.length() + (text.isEmpty() ? x : 0);
  }

  private Input() {}
}
