package io.github.cotangent.processor.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cotangent.processor.emit.EmitOptions;
import io.github.cotangent.processor.emit.Emitter;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Verifier;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.syntax.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each source in {@code resources/normalize} is brought to core form, which must pass the verifier,
 * read as the golden text beside it, and run as the source does: same results, same writes into
 * arrays, same exceptions, calls in the same order.
 *
 * <p>With {@code -Dcotangent.goldens=<folder of the resources>} the golden texts are rewritten.
 */
class NormalizerTest {

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> sources() {
    return Stream.of(
            "Assignments",
            "Order",
            "Choices",
            "Loops",
            "EachLoops",
            "Switches",
            "References",
            "Inactive")
        .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
  }

  private void check(String name) throws IOException, ReflectiveOperationException {
    String source = resource(name + ".java");
    List<Function> core = normalized(Sources.open(source));
    StringBuilder text = new StringBuilder();
    core.forEach(f -> text.append(Printer.print(f)).append('\n'));
    compareText(name, text.toString());
    Path classes = Files.createDirectories(folder.resolve(name));
    String after = emitted(core, name);
    Map<String, String> texts = Map.of(name, source, "Core", after);
    assertTrue(new Execution(classes, texts, name, "Core").compare() > 0);
  }

  private static List<Function> normalized(SourceClass source) {
    List<Function> out = new ArrayList<>();
    for (String key : source.keys()) {
      Function surface = source.method(key).orElseThrow();
      if (surface.name().startsWith("run")) {
        Verifier.verify(surface);
        Function core = Normalizer.normalize(surface, new Names(surface.reserved()));
        Verifier.verifyCore(core);
        assertEquals(List.of(), source.problems(key));
        out.add(core);
      }
    }
    assertEquals(List.of(), source.problems().all());
    return out;
  }

  private static String emitted(List<Function> functions, String source) {
    List<Declaration> methods = new ArrayList<>();
    for (Function f : functions) {
      methods.add(new Declaration.Method(f, true, Declaration.Visibility.PACKAGE, ""));
    }
    Type.ClassType name = new Type.ClassType("", List.of("Core"), List.of(), true);
    Declaration.Container container =
        new Declaration.Container(name, methods, Declaration.Visibility.PACKAGE, "");
    return Emitter.emit(container, EmitOptions.of(source, false));
  }

  private static void compareText(String name, String actual) throws IOException {
    String goldens = System.getProperty("cotangent.goldens");
    if (goldens != null) {
      Files.writeString(Path.of(goldens, name + ".core"), actual);
    }
    assertEquals(goldens == null ? resource(name + ".core") : actual, actual);
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = NormalizerTest.class.getResourceAsStream("/normalize/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
