package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/**
 * The method that a hand-written derivative is for.
 *
 * @param callee the method as it is called, with its receiver as the parameter {@code self} and the
 *     names that the rule gives its parameters
 */
record RuleTarget(ExecutableElement method, Callee callee) {

  /**
   * Finds the method that the annotation of a rule names.
   *
   * @throws BadRuleException where there is none, or one that has its derivative already
   */
  static RuleTarget of(ExecutableElement rule, AnnotationMirror mirror, TypeMapping types)
      throws BadRuleException {
    TypeElement owner = owner(rule, mirror);
    String text = Annotations.values(mirror, "method").get(0);
    TargetText wanted =
        TargetText.parse(text)
            .orElseThrow(
                () ->
                    BadRuleException.because(
                        "'" + text + "' is no method with its parameters",
                        "Write its name, and the types and names of its parameters:"
                            + " \"dot(double[] a, double[] b)\"."));
    if (Callees.MATH.contains(owner.getQualifiedName().toString())) {
      throw BadRuleException.because(
          "the derivatives of '" + owner.getSimpleName() + "' are fixed",
          "Put the call into a method of your own, and give that a rule.");
    }
    for (ExecutableElement m : ElementFilter.methodsIn(owner.getEnclosedElements())) {
      if (wanted.names(m, types)) {
        return new RuleTarget(m, callee(m, wanted, types));
      }
    }
    throw BadRuleException.because(
        "'" + owner.getSimpleName() + "' declares no '" + text + "'",
        "Name the class that declares the target in 'type', and the types of its parameters in"
            + " 'method'.");
  }

  /** The class that the annotation names; the rule's own where it names none. */
  private static TypeElement owner(ExecutableElement rule, AnnotationMirror mirror) {
    Optional<? extends AnnotationValue> given =
        mirror.getElementValues().entrySet().stream()
            .filter(e -> e.getKey().getSimpleName().contentEquals("type"))
            .map(Map.Entry::getValue)
            .findFirst();
    return given.isPresent() && given.get().getValue() instanceof DeclaredType declared
        ? (TypeElement) declared.asElement()
        : (TypeElement) rule.getEnclosingElement();
  }

  private static Callee callee(ExecutableElement target, TargetText wanted, TypeMapping types) {
    List<String> names = new ArrayList<>(wanted.names());
    List<Type> parameters = new ArrayList<>();
    boolean isStatic = target.getModifiers().contains(Modifier.STATIC);
    TypeElement owner = (TypeElement) target.getEnclosingElement();
    if (!isStatic) {
      names.add(0, "self");
      parameters.add(types.erased(owner.asType()));
    }
    target.getParameters().forEach(p -> parameters.add(types.erased(p.asType())));
    Callee plain =
        new Callee(
            Callee.Kind.RULED,
            types.className(owner),
            wanted.name(),
            parameters,
            types.erased(target.getReturnType()),
            isStatic);
    return plain.named(names);
  }
}
