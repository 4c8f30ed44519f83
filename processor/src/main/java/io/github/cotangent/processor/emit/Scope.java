package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The class and the method whose code is printed, within the classes around: says which methods can
 * be called by their simple name, and which classes cannot be named by theirs.
 *
 * @param variables what is a variable here; in {@code Math.sin}, it would not be the class
 */
record Scope(Type.ClassType owner, Set<String> methods, Set<String> variables, Scope outer) {

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
    return new Scope(owner, methods, Set.of(), outer);
  }

  /** The same class with these fields. */
  Scope with(List<Var> fields) {
    return new Scope(
        owner, methods, fields.stream().map(Var::name).collect(Collectors.toSet()), outer);
  }

  /** The scope of a method of this class. */
  Scope within(Function f) {
    Set<String> names = new HashSet<>(variables);
    f.parameters().forEach(p -> names.add(p.name()));
    Mentions.all(f.body()).forEach(v -> names.add(v.name()));
    Mentions.declared(List.of(f.body())).forEach(v -> names.add(v.name()));
    return new Scope(owner, methods, names, outer);
  }

  /** True where a variable has the name that the class is imported by. */
  boolean obscures(Type.ClassType type) {
    return variables.contains(type.simpleNames().get(0));
  }

  /** True where {@code name(...)} alone calls the static method of that class. */
  boolean reaches(Type.ClassType target, String name) {
    for (Scope s = this; s != null; s = s.outer) {
      if (s.owner.simpleName().equals(target.simpleName())
          && s.owner.canonicalName().equals(target.canonicalName())) {
        return true;
      }
      if (s.methods.contains(name)) {
        return false;
      }
    }
    return false;
  }
}
