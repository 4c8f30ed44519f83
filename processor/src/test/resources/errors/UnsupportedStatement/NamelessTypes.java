package errors;

import io.github.cotangent.Differentiable;
import java.util.List;
import java.util.Map;

// javac would compile none of these, in a class with annotated methods.
final class NamelessTypes {
  static int anonymous() {
    var counter = // error: UnsupportedStatement
        new Object() {
          int count = 1;
        };
    return counter.count;
  }

  static int captured(List<? extends Number> numbers) {
    return numbers.stream().mapToInt(n -> n.intValue()).sum(); // error: UnsupportedStatement
  }

  static void within(Map<String, ? extends Number> numbers) {
    numbers.entrySet().forEach(e -> System.out.println(e)); // error: UnsupportedStatement
  }

  static int declared(List<? extends Number> numbers, List<? super Integer> others) {
    others.forEach((Object o) -> System.out.println(o));
    var first = numbers.get(0);
    return numbers.stream().mapToInt((Number n) -> n.intValue()).sum() + first.intValue();
  }

  @Differentiable
  static double f(double x) {
    return x * x;
  }

  private NamelessTypes() {}
}
