package cases.names.unicode_escapes;

import io.github.cotangent.Differentiable;

// Unicode escapes in identifiers, operators and literals.
// run: f(1.5)
final class Input {
  @Differentiable
  static double f(double \u0078) {
    double \u00e4 = x \u002a x;
    char c = '\u0041';
    return ä * c + "\u0062".length();
  }

  private Input() {}
}
