package io.github.cotangent.processor.random;

import com.sun.source.util.Trees;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.interpreter.Evaluation;
import io.github.cotangent.processor.interpreter.Host;
import io.github.cotangent.processor.interpreter.Interpreter;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.syntax.JavaSources;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.syntax.SourceNotFoundException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Lowers the programs of a compilation as the compiler does, and runs what comes out on dual
 * numbers. A processor, because javac knows the types only while it runs.
 */
final class IrOracle extends AbstractProcessor implements Oracle {
  private final UnaryOperator<Function> stage;
  private final Map<String, Map<String, Function>> functions = new HashMap<>();
  private final Map<String, String> troubles = new HashMap<>();

  /** Interprets functions after this stage of the compiler. */
  IrOracle(UnaryOperator<Function> stage) {
    this.stage = stage;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (Element e : round.getRootElements()) {
      if (e instanceof TypeElement type && type.getSimpleName().toString().startsWith("P")) {
        try {
          functions.put(type.getSimpleName().toString(), read(type));
        } catch (RuntimeException | SourceNotFoundException x) {
          troubles.put(type.getSimpleName().toString(), trouble(x));
        }
      }
    }
    return false;
  }

  private static String trouble(Exception x) {
    StringBuilder text = new StringBuilder(x.toString());
    for (int i = 0; i < Math.min(12, x.getStackTrace().length); i++) {
      text.append("\n    at ").append(x.getStackTrace()[i]);
    }
    return text.toString();
  }

  private Map<String, Function> read(TypeElement type) throws SourceNotFoundException {
    Problems problems = new Problems();
    JavaSources sources =
        new JavaSources(
            Trees.instance(processingEnv),
            processingEnv.getElementUtils(),
            processingEnv.getTypeUtils());
    SourceClass opened = sources.read(type, problems).orElseThrow();
    Map<String, Function> read = new HashMap<>();
    for (String key : opened.keys()) {
      opened.method(key).ifPresent(f -> read.put(key, f));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.all().toString());
    }
    read.replaceAll((key, f) -> stage.apply(f));
    return read;
  }

  /** Why a program could not be lowered. */
  Optional<String> trouble(Program program) {
    return Optional.ofNullable(troubles.get(program.className()));
  }

  @Override
  public Evaluation run(
      Program program, ClassLoader classes, List<Object> args, List<Object> tangents) {
    Map<String, Function> known = functions.get(program.className());
    Function f =
        known.values().stream().filter(g -> g.name().equals("f")).findFirst().orElseThrow();
    return new Interpreter(Host.of(known, classes)).run(f, args, tangents);
  }
}
