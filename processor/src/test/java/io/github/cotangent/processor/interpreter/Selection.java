package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/** Finds the arm that a switch takes. */
final class Selection {
  private Selection() {}

  static Optional<Stmt.Arm> arm(List<Stmt.Arm> arms, Object selector) {
    if (selector == null) {
      throw new NullPointerException("switch on null");
    }
    for (Stmt.Arm arm : arms) {
      if (arm.labels().stream().anyMatch(label -> matches(label, selector))) {
        return Optional.of(arm);
      }
    }
    return arms.stream().filter(Stmt.Arm::isDefault).findFirst();
  }

  private static boolean matches(String label, Object selector) {
    if (selector instanceof Enum<?> e) {
      return label.substring(label.lastIndexOf('.') + 1).equals(e.name());
    }
    if (selector instanceof String s) {
      return s.equals(Literals.parse(label, Type.STRING));
    }
    return Values.integral(Literals.parse(label, Type.LONG)) == Values.integral(selector);
  }
}
