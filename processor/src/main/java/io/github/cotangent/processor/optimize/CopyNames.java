package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.Map;

/**
 * Hands out copies of variables, for bodies put in place and for rounds of loops, and remembers
 * what each is a copy of: so one attempt can tell the next which variable it means.
 */
final class CopyNames {

  private final Names names;
  private final Map<Var, String> keys = new HashMap<>();
  private final Map<Var, Var> originals = new HashMap<>();

  CopyNames(Names names) {
    this.names = names.copy();
  }

  Names names() {
    return names;
  }

  /** A copy of a variable of another function, known by where that was put. */
  Var copyOfOther(Var v, String place) {
    return copy(v, v, v.name(), place + ":" + v.id());
  }

  /** A copy of one of this function's variables, known by where it was put. */
  Var copy(Var v, String name, String place) {
    return copy(v, original(v), name, place + key(v));
  }

  private Var copy(Var v, Var original, String name, String key) {
    Var copy = names.fresh(name, v.type());
    keys.put(copy, key);
    originals.put(copy, original);
    return copy;
  }

  /** Names a variable across attempts. */
  String key(Var v) {
    return keys.getOrDefault(v, ":" + v.id());
  }

  /** The variable of the source that a variable is a copy of. */
  Var original(Var v) {
    return originals.getOrDefault(v, v);
  }

  /** True for a variable that normalization made, or a copy of one. */
  boolean isMade(Var v) {
    return Names.isMade(original(v));
  }
}
