package io.github.cotangent.processor;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
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

  private final List<SourceMethod> methods;
  private final Map<String, String> bases = new LinkedHashMap<>();

  /** How many helpers have a name. */
  private final Map<String, Integer> named = new HashMap<>();

  /** Of the methods that {@code wrt} narrows: the names for their derivatives by all parameters. */
  private final Map<String, String> wholes = new LinkedHashMap<>();

  /** Names the annotated methods of one class. */
  MemberNames(List<SourceMethod> methods) {
    this.methods = List.copyOf(methods);
    Map<String, Integer> counts = new HashMap<>();
    methods.forEach(m -> counts.merge(scope(m), 1, Integer::sum));
    for (SourceMethod m : methods) {
      String key = m.function().key();
      boolean clashes = counts.get(scope(m)) > 1;
      bases.put(key, clashes ? m.name() + suffix(types(m.function())) : m.name());
      if (m.isNarrowed()) {
        wholes.put(key, m.linkage());
      }
    }
  }

  /** The base name of a function; a helper gets one when it is first asked for. */
  String base(Function f) {
    return bases.computeIfAbsent(f.key(), k -> helperName(f));
  }

  /** True where a method has other names for its derivatives by all parameters. */
  boolean isNarrowed(Function f) {
    return wholes.containsKey(f.key());
  }

  /** The base name for the derivatives of a narrowed method by all its parameters. */
  String whole(Function f) {
    return wholes.get(f.key());
  }

  /** Tells of the helpers, before the first of them gets a name. */
  void helpers(List<Function> helpers) {
    helpers.forEach(f -> named.merge(f.name(), 1, Integer::sum));
  }

  /** A helper takes its own name, or a longer one where another method has that, too. */
  private String helperName(Function f) {
    boolean clashes = isTaken(f.name()) || named.getOrDefault(f.name(), 0) > 1;
    return free(clashes ? f.name() + suffix(types(f)) : f.name());
  }

  private String free(String wish) {
    String name = wish;
    for (int i = 1; isTaken(name); i++) {
      name = wish + i;
    }
    return name;
  }

  private boolean isTaken(String name) {
    return bases.containsValue(name) || wholes.containsValue(name);
  }

  /** Reports where two methods of one class would have members of the same names. */
  void refuseClashes(Problems problems) {
    Map<String, SourceMethod> taken = new LinkedHashMap<>();
    methods.forEach(m -> take(bases.get(m.function().key()), m, taken, problems));
    for (SourceMethod m : methods) {
      if (m.isNarrowed()) {
        take(m.linkage(), m, taken, problems);
      }
    }
  }

  private static void take(
      String base, SourceMethod m, Map<String, SourceMethod> taken, Problems problems) {
    String scope = m.function().owner().canonicalName() + "." + base;
    SourceMethod other = taken.putIfAbsent(scope, m);
    if (other != null) {
      // Where one of the two was renamed, that name is the one to change.
      boolean first = !other.name().equals(other.function().name());
      SourceMethod wrong = first ? other : m;
      SourceMethod right = first ? m : other;
      problems.report(
          ErrorId.NAME_CLASH,
          wrong.nameOrigin(),
          base,
          "the method '" + right.function().name() + "' has it");
    }
  }

  private static String scope(SourceMethod m) {
    return m.function().owner().canonicalName() + "." + m.name();
  }

  private static List<Type> types(Function f) {
    return f.parameters().stream().map(Var::type).toList();
  }

  /** {@code (double, int[])} gives {@code DoubleIntArray}. */
  private static String suffix(List<Type> types) {
    StringBuilder out = new StringBuilder();
    for (Type t : types) {
      Type leaf = t.leaf();
      String name =
          leaf instanceof Type.Record r
              ? r.name().simpleName()
              : leaf instanceof Type.ClassType c ? c.simpleName() : leaf.toString();
      out.append(Names.capitalized(name));
      out.append("Array".repeat(t.rank()));
    }
    return out.toString();
  }
}
