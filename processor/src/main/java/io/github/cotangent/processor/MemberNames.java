package io.github.cotangent.processor;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.syntax.SourceMethod;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that generated members start from: a method's own, or what its annotation says; with
 * the parameters' types behind it where overloads clash, whatever their order in the source.
 */
final class MemberNames {

  private MemberNames() {}

  /** The base name of each annotated method, by its key. */
  static Map<String, String> of(List<SourceMethod> methods) {
    Map<String, Integer> counts = new HashMap<>();
    methods.forEach(m -> counts.merge(scope(m), 1, Integer::sum));
    Map<String, String> bases = new LinkedHashMap<>();
    for (SourceMethod m : methods) {
      boolean clashes = counts.get(scope(m)) > 1;
      bases.put(m.function().key(), clashes ? m.name() + suffix(types(m.function())) : m.name());
    }
    return bases;
  }

  private static String scope(SourceMethod m) {
    return m.function().owner().canonicalName() + "." + m.name();
  }

  private static List<Type> types(Function f) {
    return f.parameters().stream().map(Var::type).toList();
  }

  /** The method's name with its parameters' types. */
  static String suffixed(Function f) {
    return f.name() + suffix(types(f));
  }

  /** {@code (double, int[])} gives {@code DoubleIntArray}. */
  static String suffix(List<Type> types) {
    StringBuilder out = new StringBuilder();
    for (Type t : types) {
      Type leaf = t.leaf();
      String name =
          leaf instanceof Type.Record r
              ? last(r.name())
              : leaf instanceof Type.ClassType c ? last(c) : leaf.toString();
      out.append(Character.toUpperCase(name.charAt(0))).append(name.substring(1));
      out.append("Array".repeat(t.rank()));
    }
    return out.toString();
  }

  private static String last(Type.ClassType c) {
    return c.simpleNames().get(c.simpleNames().size() - 1);
  }
}
