package io.github.cotangent.processor.cases;

import com.sun.source.util.Trees;
import io.github.cotangent.Differentiable;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.interpreter.BudgetExceeded;
import io.github.cotangent.processor.interpreter.Evaluation;
import io.github.cotangent.processor.interpreter.Host;
import io.github.cotangent.processor.interpreter.Interpreter;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.normalize.Normalizer;
import io.github.cotangent.processor.syntax.JavaSources;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.syntax.SourceNotFoundException;
import io.github.cotangent.processor.syntax.UnresolvedTypeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Generated;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The second opinion: forward mode by an interpreter of the intermediate representation on dual
 * numbers. What it cannot run (Java that is carried through unread) it leaves to the differences.
 */
final class ForwardMode extends AbstractProcessor {

  private final Map<String, Function> functions = new LinkedHashMap<>();
  private final Set<String> waiting = new LinkedHashSet<>();

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
      if (e instanceof TypeElement type && isInput(type)) {
        waiting.add(type.getQualifiedName().toString());
      }
    }
    for (String name : List.copyOf(waiting)) {
      try {
        read(processingEnv.getElementUtils().getTypeElement(name));
        waiting.remove(name);
      } catch (UnresolvedTypeException e) {
        // It names what the next round will have.
      }
    }
    return false;
  }

  /** True for what is differentiated, generated code included. */
  private static boolean isInput(TypeElement type) {
    return type.getAnnotation(Generated.class) == null
        || type.getEnclosedElements().stream()
            .anyMatch(m -> m.getAnnotation(Differentiable.class) != null);
  }

  /** What the compiler cannot read has no function here: the case itself fails then. */
  private void read(TypeElement type) {
    JavaSources sources =
        new JavaSources(
            Trees.instance(processingEnv),
            processingEnv.getElementUtils(),
            processingEnv.getTypeUtils());
    try {
      Problems problems = new Problems();
      SourceClass opened = sources.read(type, problems);
      for (String key : opened.keys()) {
        Optional<Function> f = opened.method(key);
        f.ifPresent(g -> functions.put(key, Normalizer.normalize(g, new Names(g.reserved()))));
      }
    } catch (SourceNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** The tangent of a run; empty where the method cannot be interpreted. */
  Optional<Evaluation> run(Target target, Object[] args, Object[] tangents) {
    Function f =
        functions.values().stream()
            .filter(g -> matches(g, target))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not in the representation: " + target));
    try {
      Host host = Host.of(functions, target.primal().getDeclaringClass().getClassLoader());
      return Optional.of(
          new Interpreter(host).run(f, Arrays.asList(args), Arrays.asList(tangents)));
    } catch (UnsupportedOperationException | BudgetExceeded e) {
      return Optional.empty();
    }
  }

  private static boolean matches(Function f, Target target) {
    String owner = target.primal().getDeclaringClass().getCanonicalName();
    return f.owner().canonicalName().equals(owner)
        && f.name().equals(target.primal().getName())
        && f.parameters().size() == target.types().size()
        && f.parameters().stream()
            .map(p -> erased(p.type().toString()))
            .toList()
            .equals(target.types().stream().map(Class::getCanonicalName).toList());
  }

  private static String erased(String type) {
    int open = type.indexOf('<');
    return open < 0 ? type : type.substring(0, open) + type.substring(type.lastIndexOf('>') + 1);
  }
}
