package io.github.cotangent.processor.random;

import com.sun.source.util.Trees;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.interpreter.Evaluation;
import io.github.cotangent.processor.interpreter.Host;
import io.github.cotangent.processor.interpreter.Interpreter;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Verifier;
import io.github.cotangent.processor.normalize.Normalizer;
import io.github.cotangent.processor.syntax.JavaSources;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.syntax.SourceNotFoundException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Map<String, Map<String, Function>> surface = new HashMap<>();
  private final Map<String, Map<String, Function>> core = new HashMap<>();
  private final Map<String, String> troubles = new HashMap<>();

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
        String name = type.getSimpleName().toString();
        try {
          surface.put(name, read(type));
          core.put(name, normalized(surface.get(name)));
        } catch (RuntimeException | SourceNotFoundException x) {
          troubles.put(name, trouble(x));
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
    SourceClass opened = sources.read(type, problems);
    Map<String, Function> read = new HashMap<>();
    for (String key : opened.keys()) {
      opened.method(key).ifPresent(f -> read.put(key, f));
    }
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.all().toString());
    }
    return read;
  }

  private static Map<String, Function> normalized(Map<String, Function> surface) {
    Map<String, Function> core = new HashMap<>(surface);
    core.replaceAll((key, f) -> Normalizer.normalize(f, new Names(f.reserved())));
    core.values().forEach(Verifier::verifyCore);
    return core;
  }

  /** Why a program could not be lowered. */
  Optional<String> trouble(Program program) {
    return Optional.ofNullable(troubles.get(program.className()));
  }

  /**
   * Runs the program as it was written.
   *
   * @throws AssertionError if its normal form behaves in another way
   */
  @Override
  public Evaluation run(
      Program program, ClassLoader classes, List<Object> args, List<Object> tangents) {
    Object core = attempt(this.core.get(program.className()), classes, args, tangents);
    Object written = attempt(surface.get(program.className()), classes, args, tangents);
    if (!exact(core).equals(exact(written))) {
      throw new AssertionError("normalized gives " + exact(core) + ", written " + exact(written));
    }
    if (written instanceof RuntimeException e) {
      throw e;
    }
    if (written instanceof Error e) {
      throw e;
    }
    return (Evaluation) written;
  }

  /** What a run gives, or what it throws. */
  private static Object attempt(
      Map<String, Function> known, ClassLoader classes, List<Object> args, List<Object> tangents) {
    Function f =
        known.values().stream().filter(g -> g.name().equals("f")).findFirst().orElseThrow();
    try {
      return new Interpreter(host(known, classes)).run(f, args, tangents);
    } catch (RuntimeException | AssertionError e) {
      return e;
    }
  }

  private static String exact(Object outcome) {
    return outcome instanceof Evaluation e
        ? Leaves.exact(Arrays.asList(e.value(), e.tangent(), e.arguments(), e.argumentTangents()))
        : outcome.getClass().getName();
  }

  private static Host host(Map<String, Function> known, ClassLoader classes) {
    Host plain = Host.of(known, classes);
    return new Host() {
      @Override
      public Function function(Callee callee) {
        return plain.function(callee);
      }

      @Override
      public ClassLoader classes() {
        return classes;
      }

      @Override
      public Object opaque(Expr.Opaque e) {
        // What an assertion with side effects in its test becomes; they are enabled here.
        return e.code().toString().endsWith(".desiredAssertionStatus()")
            ? (Object) true
            : plain.opaque(e);
      }
    };
  }
}
