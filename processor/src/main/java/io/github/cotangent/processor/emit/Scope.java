package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The class whose code is printed, within the classes around it: says which methods can be called
 * by their simple name.
 */
record Scope(Type.ClassType owner, Set<String> methods, Scope outer) {

  /** Methods of every class: they hide those of the classes around it. */
  private static final Set<String> INHERITED =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  /** The scope of a class with these members. */
  static Scope of(Type.ClassType owner, List<Declaration> members, Scope outer) {
    Set<String> methods = new HashSet<>(INHERITED);
    for (Declaration member : members) {
      if (member instanceof Declaration.Method m) {
        methods.add(m.function().name());
      }
    }
    return new Scope(owner, methods, outer);
  }

  /** True where {@code name(...)} alone calls the static method of that class. */
  boolean reaches(Type.ClassType target, String name) {
    for (Scope s = this; s != null; s = s.outer) {
      if (s.owner.canonicalName().equals(target.canonicalName())) {
        return true;
      }
      if (s.methods.contains(name)) {
        return false;
      }
    }
    return false;
  }
}
