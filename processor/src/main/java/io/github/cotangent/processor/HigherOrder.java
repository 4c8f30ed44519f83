package io.github.cotangent.processor;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.diagnostics.RuleText;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import io.github.cotangent.processor.syntax.SourceMethod;
import io.github.cotangent.processor.transform.GradientRules;
import io.github.cotangent.processor.transform.Linkage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Marks generated gradients to be differentiated in the next round of javac. What the compiler
 * writes is in the language that it reads, so a derivative of a derivative needs nothing new:
 * {@code dF} gets an annotation of its own, of an order less by one.
 *
 * <p>Where a gradient uses the runtime's types (maps of shadows, copies, growing tapes), it is
 * outside of that language: it gets {@linkplain GradientRules rules} instead, which serve one order
 * more.
 */
final class HigherOrder {

  private final Map<String, Declaration.Method> methods = new HashMap<>();
  private final Map<String, Declaration.RecordClass> records = new HashMap<>();

  private HigherOrder(List<GeneratedMember> members) {
    for (GeneratedMember m : members) {
      if (m.declaration() instanceof Declaration.Method method) {
        methods.put(key(method.function()), method);
      } else if (m.declaration() instanceof Declaration.RecordClass r) {
        records.put(r.type().name().canonicalName(), r);
      }
    }
  }

  private static String key(Function f) {
    return f.owner().canonicalName() + "." + f.name();
  }

  /** The members, with the gradients marked for which a higher order is asked. */
  static List<GeneratedMember> mark(
      Workload workload, List<GeneratedMember> members, Problems problems) {
    HigherOrder higher = new HigherOrder(members);
    List<GeneratedMember> out = new ArrayList<>(members);
    for (SourceMethod m : workload.methods()) {
      if (m.order() > 1) {
        higher.mark(m, workload, out, problems);
      }
    }
    return out;
  }

  private void mark(
      SourceMethod m, Workload workload, List<GeneratedMember> members, Problems problems) {
    int at = find(m, workload, members);
    Optional<String> outside = Optional.of("is not there: its result is no number");
    if (at >= 0) {
      GeneratedMember old = members.get(at);
      Declaration.Method gradient = (Declaration.Method) old.declaration();
      outside = outside(gradient.function(), new HashSet<>());
      if (outside.isEmpty()) {
        Declaration.Mark mark =
            new Declaration.Mark.Differentiated(m.order() - 1, Requested.narrowing(m));
        members.set(at, new GeneratedMember(old.owner(), gradient.marked(mark)));
      } else {
        List<Declaration> rules = workload.gradientRules(m);
        for (int i = 0; i < rules.size(); i++) {
          members.add(at + 1 + i, new GeneratedMember(old.owner(), rules.get(i)));
        }
      }
    }
    if (m.order() > 2) {
      outside.ifPresent(
          why ->
              problems.report(
                  ErrorId.UNSUPPORTED_ORDER,
                  m.nameOrigin(),
                  Integer.toString(m.order()),
                  "the gradient of '" + m.function().name() + "' " + why));
    }
  }

  /**
   * Where the gradient of an annotated method is; -1 if others cannot call it, or there is none.
   */
  private static int find(SourceMethod m, Workload workload, List<GeneratedMember> members) {
    String gradient =
        Linkage.container(m.function().owner()).canonicalName()
            + "."
            + workload.linkage(m.function()).gradient();
    for (int i = 0; i < members.size(); i++) {
      if (members.get(i).declaration() instanceof Declaration.Method d
          && key(d.function()).equals(gradient)
          && isReachable(d)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isReachable(Declaration d) {
    return d.visibility() != Declaration.Visibility.PRIVATE;
  }

  /**
   * What in a method, and in what it calls, the compiler cannot read as it reads a user's, in
   * words; empty where it can read all of it.
   */
  private Optional<String> outside(Function f, Set<String> seen) {
    if (!seen.add(key(f))) {
      return Optional.empty();
    }
    Outside outside = new Outside(seen);
    f.parameters().forEach(p -> outside.check(p.type()));
    outside.walk(f.body());
    return Optional.ofNullable(outside.what);
  }

  /** Looks for what is not in the language. */
  private final class Outside extends Walker {
    private final Set<String> seen;
    private String what;

    Outside(Set<String> seen) {
      this.seen = seen;
    }

    private Void found(String reason) {
      if (what == null) {
        what = "is no plain Java: it " + reason;
      }
      return null;
    }

    void check(Type type) {
      if (!isInLanguage(type, Set.of())) {
        found("uses '" + RuleText.name(type.leaf()) + "'");
      }
    }

    @Override
    protected void declare(Var v) {
      check(v.type());
    }

    @Override
    public Void visit(Expr.Call e) {
      Callee callee = e.callee();
      boolean isMath = callee.owner().canonicalName().equals("java.lang.Math");
      if (callee.kind() != Callee.Kind.GENERATED || isMath) {
        boolean isKnown = callee.kind() == Callee.Kind.MATH || callee.kind() == Callee.Kind.ARRAY;
        if (!isMath && !isKnown) {
          found("calls '" + callee.name() + "'");
        }
      } else if (!callee.isStatic()) {
        if (!(e.receiver().type() instanceof Type.Array) && !isRecord(e.receiver().type())) {
          found("calls '" + callee.name() + "'");
        }
      } else {
        generated(callee);
      }
      return super.visit(e);
    }

    private void generated(Callee callee) {
      String name = callee.owner().canonicalName() + "." + callee.name();
      Declaration.Method target = methods.get(name);
      if (target == null) {
        found("calls '" + RuleText.name(callee.owner()) + "." + callee.name() + "'");
      } else if (!isReachable(target)) {
        found("calls '" + callee.name() + "', which is private");
      } else if (what == null) {
        what = outside(target.function(), seen).orElse(null);
      }
    }

    @Override
    public Void visit(Expr.Opaque e) {
      return found("uses '" + RuleText.name(e.type().leaf()) + "'");
    }

    @Override
    public Void visit(Stmt.Verbatim s) {
      return found("holds a statement that is carried over unread");
    }

    @Override
    public Void visit(Stmt.Throw s) {
      return found("throws an exception");
    }

    @Override
    public Void visit(Stmt.Assert s) {
      return found("asserts something");
    }
  }

  private boolean isRecord(Type type) {
    return type instanceof Type.Record
        || type instanceof Type.ClassType c && records.containsKey(c.canonicalName());
  }

  private boolean isInLanguage(Type type, Set<String> around) {
    if (type instanceof Type.Array a) {
      return isInLanguage(a.leaf(), around);
    }
    if (!(type instanceof Type.ClassType c)) {
      return true;
    }
    Declaration.RecordClass generated = records.get(c.canonicalName());
    if (generated == null || around.contains(c.canonicalName())) {
      return false;
    }
    Set<String> inside = new HashSet<>(around);
    inside.add(c.canonicalName());
    return generated.methods().isEmpty()
        && isReachable(generated)
        && generated.type().components().stream().allMatch(p -> isInLanguage(p.type(), inside));
  }
}
