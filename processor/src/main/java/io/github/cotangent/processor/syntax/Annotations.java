package io.github.cotangent.processor.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
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

  /**
   * The order up to which a method is to be differentiated: 1 where none is given; empty where it
   * is not a number from 1 to 9.
   */
  static OptionalInt order(AnnotationMirror differentiable) {
    String given = values(differentiable, "order").stream().findFirst().orElse("1");
    return given.matches("[1-9]") ? OptionalInt.of(Integer.parseInt(given)) : OptionalInt.empty();
  }

  private static String text(Object value) {
    return value instanceof VariableElement constant
        ? constant.getSimpleName().toString()
        : value.toString();
  }
}
