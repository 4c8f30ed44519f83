package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;

/**
 * Hands out copies of variables, for bodies put in place and for rounds of loops, and remembers
 * what each is a copy of: so one attempt can tell the next which variable it means.
 */
final class ArrayNames {

  /** Variables that the user declared have smaller ids. */
  private static final int FIRST_MADE = 1_000_000;

  private final Names names;
  private final Map<Var, String> keys = new HashMap<>();
  private final Map<Var, Boolean> made = new HashMap<>();

  ArrayNames(Function f, Names names) {
    this.names = names.copy();
  }

  Names names() {
    return names;
  }

  /** A copy of a variable, known by where it was put. */
  Var copy(Var v, String place) {
    return copy(v, v.name(), place);
  }

  /** The same with another name. */
  Var copy(Var v, String name, String place) {
    Var copy = names.fresh(name, v.type());
    keys.put(copy, place + key(v));
    made.put(copy, isMade(v));
    return copy;
  }

  /** Names a variable across attempts. */
  String key(Var v) {
    return keys.getOrDefault(v, ":" + v.id());
  }

  /** True for a variable that normalization made, or a copy of one. */
  boolean isMade(Var v) {
    return made.getOrDefault(v, v.id() >= FIRST_MADE);
  }
}
