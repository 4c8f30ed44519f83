package io.github.cotangent.processor;

import io.github.cotangent.processor.emit.EmitOptions;
import java.util.List;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What the place of a generated class means for its text. */
final class Surroundings {

  private static final String GENERATED = "javax.annotation.processing.Generated";

  private Surroundings() {}

  /** The options for the class generated beside this one. */
  static EmitOptions of(TypeElement topLevel, Elements elements) {
    TreeSet<String> qualified = new TreeSet<>();
    for (Element neighbour : elements.getPackageOf(topLevel).getEnclosedElements()) {
      String name = neighbour.getSimpleName().toString();
      if (elements.getTypeElement("java.lang." + name) != null) {
        qualified.add(name);
      }
    }
    SuppressWarnings suppressed = topLevel.getAnnotation(SuppressWarnings.class);
    return EmitOptions.of(topLevel.getSimpleName().toString(), hasGenerated(topLevel, elements))
        .withQualified(qualified)
        .withSuppressWarnings(suppressed == null ? List.of() : List.of(suppressed.value()));
  }

  /** A named module reads {@code java.compiler} only if it says so. */
  private static boolean hasGenerated(TypeElement topLevel, Elements elements) {
    var module = elements.getModuleOf(topLevel);
    return module == null
        ? elements.getTypeElement(GENERATED) != null
        : elements.getTypeElement(module, GENERATED) != null;
  }
}
