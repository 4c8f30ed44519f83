package io.github.cotangent.processor.cases;

import io.github.cotangent.Differentiable;
import io.github.cotangent.NonDifferentiable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Writes down which methods are annotated and how: the annotations are not kept at run time, and
 * the check must not ask the compiler that it checks.
 */
final class Signatures extends AbstractProcessor {

  /**
   * An annotated method.
   *
   * @param owner binary name of its class
   * @param method its name
   * @param baseName the name its generated members are derived from
   * @param parameters in order, with {@code self} first for an instance method
   */
  record Signature(String owner, String method, String baseName, List<Parameter> parameters) {}

  /**
   * A parameter.
   *
   * @param name its name
   * @param type the canonical name of its erased type
   * @param constant whether it is marked, or left out of {@code wrt}
   */
  record Parameter(String name, String type, boolean constant) {}

  private final List<Signature> found = new ArrayList<>();

  List<Signature> found() {
    return found;
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
    for (Element e : round.getElementsAnnotatedWith(Differentiable.class)) {
      if (e instanceof ExecutableElement method) {
        found.add(signature(method));
      }
    }
    return false;
  }

  private Signature signature(ExecutableElement method) {
    Differentiable annotation = method.getAnnotation(Differentiable.class);
    List<String> wrt = List.of(annotation.wrt());
    List<Parameter> parameters = new ArrayList<>();
    TypeElement owner = (TypeElement) method.getEnclosingElement();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      boolean constant = !wrt.isEmpty() && !wrt.contains("self");
      parameters.add(new Parameter("self", owner.getQualifiedName().toString(), constant));
    }
    for (VariableElement p : method.getParameters()) {
      String name = p.getSimpleName().toString();
      boolean marked = p.getAnnotation(NonDifferentiable.class) != null;
      String type = processingEnv.getTypeUtils().erasure(p.asType()).toString();
      parameters.add(new Parameter(name, type, marked || !wrt.isEmpty() && !wrt.contains(name)));
    }
    String name = method.getSimpleName().toString();
    String binary = processingEnv.getElementUtils().getBinaryName(owner).toString();
    String base = annotation.name().isEmpty() ? name : annotation.name();
    return new Signature(binary, name, base, List.copyOf(parameters));
  }
}
