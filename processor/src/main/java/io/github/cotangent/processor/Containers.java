package io.github.cotangent.processor;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.syntax.SourceClass;
import io.github.cotangent.processor.transform.Linkage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The generated classes: one for each of the user's classes that has members, nested as those are.
 * Private methods of the user's that the generated code calls are copied into them.
 */
final class Containers {

  private final SourceClass source;
  private final Map<Type.ClassType, List<Declaration>> members = new LinkedHashMap<>();
  private final Map<String, Declaration.Copied> copied = new LinkedHashMap<>();

  private final Predicate<String> isGenerated;

  private Containers(SourceClass source, Predicate<String> isGenerated) {
    this.source = source;
    this.isGenerated = isGenerated;
    source.classes().forEach(c -> members.put(c, new ArrayList<>()));
  }

  /**
   * The top-level generated class.
   *
   * @param isGenerated tells the keys of functions that are members of generated classes
   */
  static Declaration.Container of(
      SourceClass source, List<GeneratedMember> generated, Predicate<String> isGenerated) {
    Containers containers = new Containers(source, isGenerated);
    for (GeneratedMember m : generated) {
      containers.members.get(m.owner()).add(containers.reach(m.declaration()));
    }
    containers.copyCallees();
    containers.refuseClashes();
    containers.members.get(source.name()).addAll(containers.copied.values());
    return containers.container(source.name());
  }

  /** Copies the private methods that copied ones call, until none is missing. */
  private void copyCallees() {
    Deque<String> open = new ArrayDeque<>(copied.keySet());
    while (!open.isEmpty()) {
      for (String key : copied.get(open.remove()).code().calls()) {
        if (!copied.containsKey(key)) {
          copy(key);
          open.add(key);
        }
      }
    }
  }

  private void copy(String key) {
    copied.computeIfAbsent(key, source::copied);
  }

  /** All copies stand in one class, beside what is generated: there a name may be taken. */
  private void refuseClashes() {
    Set<String> taken = new HashSet<>();
    for (Declaration d : members.get(source.name())) {
      if (d instanceof Declaration.Method m) {
        taken.add(signature(m.function().key(), m.function().owner()));
      }
    }
    for (String key : copied.keySet()) {
      Type.ClassType owner = source.owner(key);
      if (!taken.add(signature(key, owner))) {
        String name = key.substring(owner.canonicalName().length() + 1, key.indexOf('['));
        source.problems().report(ErrorId.PRIVATE_MEMBER, source.nameOrigin(key), name);
      }
    }
  }

  private static String signature(String key, Type.ClassType owner) {
    return key.substring(owner.canonicalName().length());
  }

  private Declaration.Container container(Type.ClassType owner) {
    List<Declaration> all = new ArrayList<>(members.get(owner));
    for (Type.ClassType inner : members.keySet()) {
      boolean nested =
          inner.simpleNames().size() == owner.simpleNames().size() + 1
              && inner
                  .simpleNames()
                  .subList(0, owner.simpleNames().size())
                  .equals(owner.simpleNames());
      if (nested) {
        Declaration.Container c = container(inner);
        if (!c.members().isEmpty()) {
          all.add(c);
        }
      }
    }
    String name = String.join(".", owner.simpleNames());
    return new Declaration.Container(
        Linkage.container(owner),
        all,
        source.visibility(owner),
        "Derivatives of {@link " + name + "}.");
  }

  /** The declaration with calls of private methods led to their copies. */
  private Declaration reach(Declaration d) {
    if (d instanceof Declaration.Method m) {
      return m.withBody(new Redirecting().block(m.function().body()));
    }
    if (d instanceof Declaration.FinalClass c) {
      return new Declaration.FinalClass(
          c.name(),
          c.fields(),
          c.members().stream().map(this::reach).toList(),
          c.visibility(),
          c.javadoc());
    }
    return d;
  }

  /** Leads calls of private methods to their copies, and of generated ones to their classes. */
  private final class Redirecting extends Rewriter {
    @Override
    protected Code code(Code c) {
      c.calls().forEach(Containers.this::copy);
      return super.code(c);
    }

    @Override
    public Expr visit(Expr.Call e) {
      Expr.Call call = (Expr.Call) super.visit(e);
      Callee c = call.callee();
      if (c.kind() == Callee.Kind.GENERATED || c.kind() == Callee.Kind.MATH) {
        return call;
      }
      String key = c.key();
      if (isGenerated.test(key)) {
        return of(call, Linkage.container(c.owner()));
      }
      if (!source.isPrivate(key)) {
        return call;
      }
      copy(key);
      return of(call, Linkage.container(source.name()));
    }

    private static Expr of(Expr.Call call, Type.ClassType container) {
      Callee c = call.callee();
      Callee copy =
          new Callee(
              Callee.Kind.GENERATED, container, c.name(), c.parameterTypes(), c.returnType(), true);
      return new Expr.Call(copy, null, call.arguments(), call.origin());
    }
  }
}
