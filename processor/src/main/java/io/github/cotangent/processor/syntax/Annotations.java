package io.github.cotangent.processor.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/** The values that the user wrote in an annotation. */
final class Annotations {

  private Annotations() {}

  /** The strings, or names of enum constants, given for a member; none where it was left out. */
  static List<String> values(AnnotationMirror mirror, String member) {
    List<String> values = new ArrayList<>();
    for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> given :
        mirror.getElementValues().entrySet()) {
      if (given.getKey().getSimpleName().contentEquals(member)) {
        Object value = given.getValue().getValue();
        if (value instanceof List<?> several) {
          several.forEach(v -> values.add(text(((AnnotationValue) v).getValue())));
        } else {
          values.add(text(value));
        }
      }
    }
    return values;
  }

  private static String text(Object value) {
    return value instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.toString();
  }
}
