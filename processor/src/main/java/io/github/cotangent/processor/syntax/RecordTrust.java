package io.github.cotangent.processor.syntax;

import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Elements.Origin;

/**
 * Decides whether a record does nothing but hold its components: an adjoint is not a value that the
 * record's author had in mind, so hand-written checks and conversions would corrupt it.
 */
final class RecordTrust {

  private final Elements elements;
  private final Trees trees;
  private final CompiledClasses compiled;

  RecordTrust(Elements elements, Trees trees, CompiledClasses compiled) {
    this.elements = elements;
    this.trees = trees;
    this.compiled = compiled;
  }

  /** What speaks against a record, and what helps. */
  record Objection(String reason, String remedy) {}

  /** What speaks against a record; empty for one that can hold an adjoint. */
  Optional<Objection> objection(TypeElement record) {
    if (!record.getTypeParameters().isEmpty()) {
      return objection("it is generic", "Write one for the types that you use.");
    }
    if (record.getNestingKind() == NestingKind.LOCAL) {
      return objection("it is declared inside a method", "Declare it in the class.");
    }
    return trees.getTree(record) == null ? objectionToClassFile(record) : objectionToSource(record);
  }

  private Optional<Objection> objectionToClassFile(TypeElement record) {
    Optional<RecordClassFile> file = compiled.bytes(record).flatMap(RecordClassFile::read);
    if (file.isEmpty()) {
      return objection(
          "it comes from a class file that cannot be looked into here",
          "Compile its source with this class, or take its components one by one.");
    }
    if (!file.get().onlyHolds()) {
      return objection(
          "it comes from a class file, with a canonical constructor or an accessor that is written"
              + " by hand",
          "Leave them to the compiler, or take its components one by one.");
    }
    return Optional.empty();
  }

  private Optional<Objection> objectionToSource(TypeElement record) {
    for (ExecutableElement constructor :
        ElementFilter.constructorsIn(record.getEnclosedElements())) {
      if (isCanonical(constructor, record) && elements.getOrigin(constructor) == Origin.EXPLICIT) {
        return objection(
            "its canonical constructor is written by hand",
            "Leave it to the compiler; check values in a static method that calls it.");
      }
    }
    for (RecordComponentElement component :
        ElementFilter.recordComponentsIn(record.getEnclosedElements())) {
      // javac gives the implicit ones no tree, and calls them explicit as well.
      if (trees.getTree(component.getAccessor()) != null) {
        return objection(
            "its accessor '" + component.getSimpleName() + "' is written by hand",
            "Leave it to the compiler; give a method that does more another name.");
      }
    }
    return Optional.empty();
  }

  static Optional<Objection> objection(String reason, String remedy) {
    return Optional.of(new Objection(reason, remedy));
  }

  /** True for the constructor that takes the components. */
  static boolean isCanonical(ExecutableElement constructor, TypeElement record) {
    var components = ElementFilter.recordComponentsIn(record.getEnclosedElements());
    var parameters = constructor.getParameters();
    if (components.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < components.size(); i++) {
      Element component = components.get(i);
      // Compared as text: the symbols of a class file and of a source are not the same.
      if (!component.asType().toString().equals(parameters.get(i).asType().toString())) {
        return false;
      }
    }
    return constructor.getKind() == ElementKind.CONSTRUCTOR;
  }
}
