package io.github.cotangent.processor;

import io.github.cotangent.processor.emit.EmitOptions;
import io.github.cotangent.processor.syntax.SourceClass;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
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
        .withQualified(hidden(topLevel, elements))
        .withSuppressWarnings(List.copyOf(suppressed));
  }

  /**
   * The names of {@code java.lang} that mean a class of the package. Each is asked for: to list the
   * package would have javac read every class file in it, and JDK 17's cannot write a record again
   * that it has read from where it was written the last time.
   */
  private static TreeSet<String> hidden(TypeElement topLevel, Elements elements) {
    TreeSet<String> hidden = new TreeSet<>();
    PackageElement here = elements.getPackageOf(topLevel);
    String prefix = here.isUnnamed() ? "" : here.getQualifiedName() + ".";
    for (Element known : elements.getPackageElement("java.lang").getEnclosedElements()) {
      String name = known.getSimpleName().toString();
      if (isVisible(prefix + name, topLevel, elements)) {
        hidden.add(name);
      }
    }
    return hidden;
  }

  /** A named module reads {@code java.compiler}, for one, only if it says so. */
  private static boolean isVisible(String name, TypeElement from, Elements elements) {
    var module = elements.getModuleOf(from);
    return module == null
        ? elements.getTypeElement(name) != null
        : elements.getTypeElement(module, name) != null;
  }
}
