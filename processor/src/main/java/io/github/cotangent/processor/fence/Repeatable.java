package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses in loops with checkpoints what may do something else when it runs again, or something
 * that can be seen from outside: calls that are not known to be free of effects, fields that
 * change, and whatever is carried over unread.
 */
final class Repeatable extends Walker {

  /** Classes whose methods depend on their arguments only, and change nothing. */
  private static final Set<String> VALUES =
      Set.of(
          "String",
          "Enum",
          "Integer",
          "Long",
          "Short",
          "Byte",
          "Double",
          "Float",
          "Boolean",
          "Character");

  /** Their methods that read system properties. */
  private static final Set<String> PROPERTIES = Set.of("getInteger", "getLong", "getBoolean");

  private final LocalMethods methods;
  private final Problems problems;
  private final Set<Origin> reported = new HashSet<>();
  private int loops;

  Repeatable(LocalMethods methods, Problems problems) {
    this.methods = methods;
    this.problems = problems;
  }

  /** Reports what cannot be repeated in a function's loops with checkpoints. */
  void check(Function f) {
    walk(f.body());
  }

  private Void loop(Stmt.Block body, Runnable visit) {
    boolean isMarked = Stmt.Checkpoint.of(body).isPresent();
    loops += isMarked ? 1 : 0;
    visit.run();
    loops -= isMarked ? 1 : 0;
    return null;
  }

  @Override
  public Void visit(Stmt.For s) {
    return loop(s.body(), () -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.While s) {
    return loop(s.body(), () -> super.visit(s));
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    return loop(s.body(), () -> super.visit(s));
  }

  /** What throws does not run a second time: the gradient has thrown. */
  @Override
  public Void visit(Stmt.Throw s) {
    return null;
  }

  @Override
  public Void visit(Stmt.Assert s) {
    walk(s.test());
    return null;
  }

  /** It runs in the backward pass only, once for each step. */
  @Override
  public Void visit(Stmt.Surgery s) {
    return null;
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    refuse("'" + s.origin().text() + "'", s.origin(), "Move it out of the loop.");
    return null;
  }

  @Override
  public Void visit(Expr.Opaque e) {
    refuse("what is written here", e.origin(), "Evaluate it before the loop.");
    return null;
  }

  @Override
  public Void visit(Expr.Field e) {
    if (!e.isFinal()) {
      refuse(
          "the field '" + e.name() + "'", e.origin(), "Read it into a variable before the loop.");
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Call e) {
    if (loops > 0 && !isRepeatable(e, new HashSet<>())) {
      String remedy =
          e.callee().kind() == Callee.Kind.LINKED
              ? "Move the method into this class, where it can be looked into."
              : "Call it outside of the loop.";
      refuse("'" + e.callee().name() + "'", e.origin(), remedy);
    }
    return super.visit(e);
  }

  private void refuse(String what, Origin at, String remedy) {
    if (loops > 0 && reported.add(at)) {
      problems.report(ErrorId.UNREPEATABLE_LOOP, at, what, remedy);
    }
  }

  /** Values of differentiable types never change: what they tell of themselves is the same. */
  private boolean isRepeatable(Expr.Call e, Set<String> seen) {
    boolean asksValue = e.receiver() != null && e.receiver().type().isValue();
    return asksValue && e.callee().kind() == Callee.Kind.CONSTANT || isRepeatable(e.callee(), seen);
  }

  private boolean isRepeatable(Callee callee, Set<String> seen) {
    Optional<Function> body = methods.body(callee);
    if (body.isPresent()) {
      return !seen.add(body.get().key()) || isRepeatable(body.get(), seen);
    }
    String owner = callee.owner().canonicalName();
    return switch (callee.kind()) {
      case MATH -> !callee.name().equals("random");
      case ARRAY, GENERATED -> true;
      case RULED -> true; // Its rule promises so.
      case CONSTANT -> owner.equals("io.github.cotangent.Gradients");
      case FOREIGN ->
          VALUES.contains(owner.replaceFirst("^java\\.lang\\.", ""))
              && owner.startsWith("java.lang.")
              && !PROPERTIES.contains(callee.name());
      case LOCAL, LINKED, SINK -> false;
    };
  }

  /** As the walk, but of a whole method, and without a report. */
  private boolean isRepeatable(Function f, Set<String> seen) {
    boolean[] repeatable = {true};
    new Walker() {
      private Void fail() {
        repeatable[0] = false;
        return null;
      }

      @Override
      public Void visit(Stmt.Throw s) {
        return null;
      }

      @Override
      public Void visit(Stmt.Assert s) {
        walk(s.test());
        return null;
      }

      @Override
      public Void visit(Stmt.Surgery s) {
        return null;
      }

      @Override
      public Void visit(Stmt.Verbatim s) {
        return fail();
      }

      @Override
      public Void visit(Expr.Opaque e) {
        return fail();
      }

      @Override
      public Void visit(Expr.Field e) {
        return e.isFinal() ? super.visit(e) : fail();
      }

      @Override
      public Void visit(Expr.Call e) {
        return Repeatable.this.isRepeatable(e, seen) ? super.visit(e) : fail();
      }
    }.walk(f.body());
    return repeatable[0];
  }
}
