package io.github.cotangent.processor;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
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

  private static final String OUTSIDE =
      "would have to be plain Java, without tapes, copies and looked-up adjoints";

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
    boolean isClosed = false;
    if (at >= 0) {
      GeneratedMember old = members.get(at);
      Declaration.Method gradient = (Declaration.Method) old.declaration();
      isClosed = isInLanguage(gradient.function(), new HashSet<>());
      if (isClosed) {
        Declaration.Mark mark =
            new Declaration.Mark.Differentiated(m.order() - 1, workload.narrowing(m));
        members.set(at, new GeneratedMember(old.owner(), gradient.marked(mark)));
      } else {
        List<Declaration.Method> rules = workload.gradientRules(m);
        for (int i = 0; i < rules.size(); i++) {
          members.add(at + 1 + i, new GeneratedMember(old.owner(), rules.get(i)));
        }
      }
    }
    if (!isClosed && m.order() > 2) {
      problems.report(
          ErrorId.UNSUPPORTED_ORDER,
          m.nameOrigin(),
          Integer.toString(m.order()),
          "the gradient of '" + m.function().name() + "' " + OUTSIDE);
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

  /** True if the compiler can read the method, and what it calls, as it reads a user's. */
  private boolean isInLanguage(Function f, Set<String> seen) {
    if (!seen.add(key(f))) {
      return true;
    }
    boolean[] outside = new boolean[1];
    f.parameters().forEach(p -> outside[0] |= !isInLanguage(p.type(), Set.of()));
    new Walker() {
      private Void check(boolean isInside) {
        outside[0] |= !isInside;
        return null;
      }

      @Override
      protected void declare(Var v) {
        check(isInLanguage(v.type(), Set.of()));
      }

      @Override
      public Void visit(Expr.Call e) {
        check(isInLanguage(e, seen));
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Opaque e) {
        return check(false);
      }

      @Override
      public Void visit(Stmt.Verbatim s) {
        return check(false);
      }

      @Override
      public Void visit(Stmt.Throw s) {
        return check(false);
      }

      @Override
      public Void visit(Stmt.Assert s) {
        return check(false);
      }
    }.walk(f.body());
    return !outside[0];
  }

  private boolean isInLanguage(Expr.Call call, Set<String> seen) {
    Callee callee = call.callee();
    boolean isMath = callee.owner().canonicalName().equals("java.lang.Math");
    if (callee.kind() != Callee.Kind.GENERATED || isMath) {
      return isMath || callee.kind() == Callee.Kind.MATH || callee.kind() == Callee.Kind.ARRAY;
    }
    if (!callee.isStatic()) {
      return call.receiver().type() instanceof Type.Array || isRecord(call.receiver().type());
    }
    Declaration.Method target = methods.get(callee.owner().canonicalName() + "." + callee.name());
    return target != null && isReachable(target) && isInLanguage(target.function(), seen);
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
