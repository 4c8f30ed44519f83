package io.github.cotangent.processor.syntax;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * What can be known of an annotated method that was compiled before. Class files may have lost the
 * names of its parameters; the records generated for it have kept those that matter.
 */
final class ClassFiles {

  private final Elements elements;

  ClassFiles(Elements elements) {
    this.elements = elements;
  }

  /** The class generated for a class; empty where it was compiled without the processor. */
  Optional<TypeElement> generated(Type.ClassType owner) {
    String nested =
        owner.simpleNames().stream().map(name -> "d" + name).collect(Collectors.joining("."));
    String inPackage = owner.packageName().isEmpty() ? "" : owner.packageName() + ".";
    return Optional.ofNullable(elements.getTypeElement(inPackage + nested));
  }

  /** The callee with its parameters' names, as far as generated records give them. */
  Callee named(Callee callee) {
    List<String> names = new ArrayList<>(callee.parameterNames());
    take(names, callee, "Adjoints", Type::holdsScalar);
    take(names, callee, "Gradient", type -> true);
    take(names, callee, "TangentAdjoints", Type::holdsScalar);
    take(names, callee, "JvpAdjoints", Type::holdsScalar);
    return callee.named(names);
  }

  private void take(List<String> names, Callee callee, String suffix, Predicate<Type> which) {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (callee.differentiates(i) && which.test(callee.parameterTypes().get(i))) {
        indices.add(i);
      }
    }
    List<String> components = components(callee.owner(), callee.linkage(), suffix);
    boolean hasTangents = components.size() == 2 * indices.size(); // They come behind all others.
    if (components.size() == indices.size() || hasTangents) {
      for (int i = 0; i < indices.size(); i++) {
        names.set(indices.get(i), components.get(i));
      }
    }
  }

  private List<String> components(Type.ClassType owner, String base, String suffix) {
    String name = Names.capitalized(base) + suffix;
    return generated(owner).stream()
        .flatMap(c -> ElementFilter.typesIn(c.getEnclosedElements()).stream())
        .filter(c -> c.getSimpleName().contentEquals(name))
        .flatMap(c -> ElementFilter.recordComponentsIn(c.getEnclosedElements()).stream())
        .map(RecordComponentElement::getSimpleName)
        .map(Object::toString)
        .toList();
  }
}
