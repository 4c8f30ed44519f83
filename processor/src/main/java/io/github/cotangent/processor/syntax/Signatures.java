package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * What the generated members of a method are called and take. It follows from declarations alone,
 * so that the class that generates them and the class that calls them agree.
 */
final class Signatures {

  private final TypeMapping types;

  Signatures(TypeMapping types) {
    this.types = types;
  }

  /**
   * The name that all generated members of an annotated method start from: its own or the one that
   * the annotation gives, with the parameter types behind it where two methods would share one.
   */
  String base(ExecutableElement method) {
    String wish = wish(method);
    long sharing =
        ElementFilter.methodsIn(method.getEnclosingElement().getEnclosedElements()).stream()
            .filter(m -> Callees.isMarked(m, Callees.DIFFERENTIABLE))
            .filter(m -> wish(m).equals(wish))
            .count();
    return sharing < 2 ? wish : wish + suffix(method);
  }

  /**
   * The name that the members start from which other derivatives call. {@code wrt} narrows what the
   * user asked for, not what those need: where it narrows the gradient that a method of numbers is
   * linked by, another one for all parameters stands beside it.
   */
  String linkage(
      ExecutableElement method, List<Type> parameters, Set<Integer> constants, Type result) {
    AnnotationMirror mirror = Callees.mark(method, Callees.DIFFERENTIABLE);
    long wanted = Annotations.values(mirror, "wrt").stream().distinct().count();
    long all =
        IntStream.range(0, parameters.size())
            .filter(i -> parameters.get(i).isDifferentiable() && !constants.contains(i))
            .count();
    boolean narrowed = wanted > 0 && wanted < all && Callee.isByValue(parameters, result);
    return narrowed ? base(method) + "Whole" : base(method);
  }

  private static String wish(ExecutableElement method) {
    AnnotationMirror mirror = Callees.mark(method, Callees.DIFFERENTIABLE);
    String own = method.getSimpleName().toString();
    return mirror == null
        ? own
        : Annotations.values(mirror, "name").stream()
            .filter(s -> !s.isEmpty())
            .findFirst()
            .orElse(own);
  }

  private String suffix(ExecutableElement method) {
    return method.getParameters().stream()
        .map(p -> word(types.erased(p.asType())))
        .collect(Collectors.joining());
  }

  /** A type as a part of a name: {@code DoubleArray}. */
  private static String word(Type type) {
    if (type instanceof Type.Array array) {
      return word(array.element()) + "Array";
    }
    String name = type.toString();
    String simple = name.substring(name.lastIndexOf('.') + 1);
    return Names.capitalized(simple);
  }

  /** The parameters' names, the receiver first. */
  List<String> names(ExecutableElement method) {
    List<String> names = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      names.add(selfName(method));
    }
    method.getParameters().forEach(p -> names.add(p.getSimpleName().toString()));
    return names;
  }

  /** The receiver's name: {@code self}, unless a parameter has it. */
  static String selfName(ExecutableElement method) {
    Set<String> taken =
        method.getParameters().stream()
            .map(p -> p.getSimpleName().toString())
            .collect(Collectors.toSet());
    String name = "self";
    for (int i = 1; taken.contains(name); i++) {
      name = "self" + i;
    }
    return name;
  }

  /** The indices of the parameters marked constant, counted with the receiver. */
  Set<Integer> constants(ExecutableElement method) {
    int first = method.getModifiers().contains(Modifier.STATIC) ? 0 : 1;
    Set<Integer> constants = new LinkedHashSet<>();
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (Callees.isMarked(parameters.get(i), Callees.NON_DIFFERENTIABLE)) {
        constants.add(first + i);
      }
    }
    return constants;
  }
}
