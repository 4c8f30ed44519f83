package io.github.cotangent.processor;

import io.github.cotangent.processor.emit.EmitOptions;
import io.github.cotangent.processor.syntax.SourceClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What the place of a generated class means for its text. */
final class Surroundings {

  private static final String GENERATED = "javax.annotation.processing.Generated";

  private Surroundings() {}

  /** The options for the class generated beside this one. */
  static EmitOptions of(TypeElement topLevel, SourceClass source, Elements elements) {
    SuppressWarnings ofClass = topLevel.getAnnotation(SuppressWarnings.class);
    Set<String> suppressed = new LinkedHashSet<>();
    if (ofClass != null) {
      suppressed.addAll(List.of(ofClass.value()));
    }
    suppressed.addAll(source.suppressedWarnings());
    return EmitOptions.of(
            topLevel.getSimpleName().toString(), isVisible(GENERATED, topLevel, elements))
        .withHidden(name -> isHidden(name, topLevel, elements))
        .withSuppressWarnings(List.copyOf(suppressed));
  }

  /**
   * True for the name of a class of {@code java.lang} that means a class of the package. Each is
   * asked for where it is used: to list the packages would have javac read every class file in
   * them, and JDK 17's cannot write a record again that it has read from where it was written the
   * last time.
   */
  private static boolean isHidden(String name, TypeElement topLevel, Elements elements) {
    PackageElement here = elements.getPackageOf(topLevel);
    String prefix = here.isUnnamed() ? "" : here.getQualifiedName() + ".";
    return isVisible("java.lang." + name, topLevel, elements)
        && isVisible(prefix + name, topLevel, elements);
  }

  /** A named module reads {@code java.compiler}, for one, only if it says so. */
  private static boolean isVisible(String name, TypeElement from, Elements elements) {
    var module = elements.getModuleOf(from);
    return module == null
        ? elements.getTypeElement(name) != null
        : elements.getTypeElement(module, name) != null;
  }
}
