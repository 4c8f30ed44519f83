package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the parts of a method share its variables. One that a single part assigns is passed to the
 * parts below it that read it, while these are few for each; any other that two parts use becomes a
 * field. The rest stays local.
 */
final class SharedVariables {

  /** More would not be read, and would approach what Java allows. */
  static final int MOST_ARGUMENTS = 12;

  private final MethodPart method;
  private final Map<Var, Set<MethodPart>> users = new LinkedHashMap<>();
  private final Map<Var, Set<MethodPart>> writers = new HashMap<>();
  private final List<Set<Var>> headers = new ArrayList<>();
  private final Set<Var> shared = new LinkedHashSet<>();

  private SharedVariables(MethodPart method) {
    this.method = method;
  }

  /**
   * Decides for every variable, and tells each part its arguments.
   *
   * @param given what has a value when the method starts
   * @param originals what variables were before they were told apart: they share a field
   * @param reserved names that a new field cannot have
   * @return the variables that become fields, and the fields
   */
  static Map<Var, Var> of(
      MethodPart method, List<Var> given, Map<Var, Var> originals, Set<String> reserved) {
    SharedVariables variables = new SharedVariables(method);
    given.forEach(v -> variables.assign(v, method));
    method.each(variables::scan);
    variables.users.keySet().forEach(variables::pass);
    variables.headers.forEach(variables::shareAll);
    return variables.fields(originals, reserved);
  }

  private void use(Var v, MethodPart part) {
    users.computeIfAbsent(v, k -> new LinkedHashSet<>()).add(part);
  }

  private void assign(Var v, MethodPart part) {
    use(v, part);
    writers.computeIfAbsent(v, k -> new HashSet<>()).add(part);
  }

  private void scan(MethodPart part) {
    new Walker() {
      @Override
      protected void read(Var v) {
        use(v, part);
      }

      @Override
      protected void write(Var v) {
        assign(v, part);
      }

      @Override
      protected void declare(Var v) {
        assign(v, part);
      }

      @Override
      public Void visit(Stmt.For s) {
        Set<Var> declared = new LinkedHashSet<>();
        s.init().stream()
            .filter(Stmt.Local.class::isInstance)
            .forEach(l -> declared.add(((Stmt.Local) l).var()));
        headers.add(declared);
        return super.visit(s);
      }

      @Override
      public Void visit(Stmt.Evaluate s) {
        return part.called(s) == null ? super.visit(s) : null;
      }
    }.walk(part.code());
  }

  private void pass(Var v) {
    Set<MethodPart> using = users.get(v);
    if (using.size() == 1) {
      return;
    }
    Set<MethodPart> writing = writers.getOrDefault(v, Set.of());
    MethodPart from = writing.size() == 1 ? writing.iterator().next() : null;
    Set<MethodPart> to = new LinkedHashSet<>();
    boolean isPassed = from != null;
    for (MethodPart part : using) {
      isPassed = isPassed && from.reaches(part);
      for (MethodPart p = part; isPassed && p != from; p = p.caller()) {
        isPassed = p.arguments().size() < MOST_ARGUMENTS;
        to.add(p);
      }
    }
    if (isPassed) {
      to.forEach(p -> p.arguments().add(v));
    } else {
      shared.add(v);
    }
  }

  /** A header declares all of its variables or none. */
  private void shareAll(Set<Var> header) {
    if (header.stream().anyMatch(shared::contains) && shared.addAll(header)) {
      method.each(p -> p.arguments().removeAll(header));
    }
  }

  private Map<Var, Var> fields(Map<Var, Var> originals, Set<String> reserved) {
    Map<String, Set<Var>> named = new HashMap<>();
    for (Var v : users.keySet()) {
      named.computeIfAbsent(v.name(), k -> new HashSet<>()).add(originals.getOrDefault(v, v));
    }
    Names names = new Names(reserved);
    names.reserve(named.keySet());
    Map<Var, Var> made = new HashMap<>();
    Map<Var, Var> fields = new LinkedHashMap<>();
    for (Var v : shared) {
      Var original = originals.getOrDefault(v, v);
      boolean isOnly = named.get(v.name()).size() == 1;
      fields.put(
          v,
          made.computeIfAbsent(
              original,
              k -> new Var(k.id(), isOnly ? k.name() : names.freshName(k.name()), k.type())));
    }
    return fields;
  }
}
