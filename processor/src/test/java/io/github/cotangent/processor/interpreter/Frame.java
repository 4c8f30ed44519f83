package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;

/** The variables of one activation. */
final class Frame {
  private final Interpreter interpreter;
  private final Map<Var, Object> variables = new HashMap<>();

  Frame(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  Interpreter interpreter() {
    return interpreter;
  }

  /** A new variable with a value. */
  void declare(Var v, Object value) {
    variables.put(v, Values.convert(value, v.type()));
  }

  /** A new variable without one. */
  void declare(Var v) {
    variables.put(v, Unset.UNSET);
  }

  void write(Var v, Object value) {
    if (!variables.containsKey(v)) {
      throw new IllegalStateException("assignment to the undeclared variable " + v);
    }
    declare(v, value);
  }

  Object read(Var v) {
    Object value = variables.getOrDefault(v, Unset.UNSET);
    if (value == Unset.UNSET) {
      throw new IllegalStateException("the variable " + v + " has no value");
    }
    return value;
  }

  private enum Unset {
    UNSET
  }
}
