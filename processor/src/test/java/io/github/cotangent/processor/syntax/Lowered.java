package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Verifier;
import java.util.stream.Collectors;

/** The lowered form of a method body as text, for tests. */
final class Lowered {

  private static final String HEADER = "import java.util.*;\nclass A {\n";

  private Lowered() {}

  /** The statements of a method {@code static void f(parameters)} with this body. */
  static String body(String parameters, String body) {
    return method("static void f(" + parameters + ") {\n" + body + "\n}");
  }

  /** The statements of the method {@code f}, among other members of a class {@code A}. */
  static String method(String members) {
    Function function = Sources.function(HEADER + members + "\n}", "f");
    Verifier.verify(function);
    return Printer.print(function.body().statements()).strip();
  }

  /** What is reported for the method {@code f}: the ids, with the source that they stand at. */
  static String problems(String members) {
    SourceClass opened = Sources.open(HEADER + members + "\n}");
    String key = opened.keys().stream().filter(k -> k.contains(".f[")).findFirst().orElseThrow();
    opened.method(key);
    return opened.problems(key).stream()
        .map(p -> p.id().id() + " at " + p.origin().text())
        .collect(Collectors.joining("\n"));
  }
}
