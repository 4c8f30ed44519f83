package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What can run a second time and do the same again, seen from nowhere else: calls that are known to
 * be free of effects, no field that changes, and nothing that is carried over unread.
 */
public final class Effects {

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

  private final MethodBodies bodies;
  private final boolean trustsRules;

  /**
   * The effects of methods.
   *
   * @param bodies the functions that callees name, where they are known
   * @param trustsRules true if a custom derivative's promise that its method has no effects is
   *     believed: where the user has asked for a loop to run again
   */
  public Effects(MethodBodies bodies, boolean trustsRules) {
    this.bodies = bodies;
    this.trustsRules = trustsRules;
  }

  /** True if a call can be repeated. */
  public boolean isRepeatable(Expr.Call call) {
    return isRepeatable(call, new HashSet<>());
  }

  /** True if statements can be repeated; what throws does not come to a second time. */
  public boolean isRepeatable(List<Stmt> statements) {
    return isRepeatable(statements, new HashSet<>());
  }

  /** True if a {@code throw} of the class's own may be reached: what is thrown depends on order. */
  public boolean mayThrow(Stmt s) {
    return mayThrow(s, new HashSet<>());
  }

  private boolean mayThrow(Stmt s, Set<String> seen) {
    return new Search() {
      @Override
      public Void visit(Stmt.Throw t) {
        return found();
      }

      @Override
      public Void visit(Stmt.Assert t) {
        return found();
      }

      @Override
      public Void visit(Expr.Call e) {
        Optional<Function> body = bodies.body(e.callee());
        foundIf(
            body.isPresent() && seen.add(body.get().key()) && mayThrow(body.get().body(), seen));
        return super.visit(e);
      }
    }.in(s);
  }

  /** Values of differentiable types never change: what they tell of themselves is the same. */
  private boolean isRepeatable(Expr.Call e, Set<String> seen) {
    boolean asksValue = e.receiver() != null && e.receiver().type().isValue();
    return asksValue && e.callee().kind() == Callee.Kind.CONSTANT || isRepeatable(e.callee(), seen);
  }

  private boolean isRepeatable(Callee callee, Set<String> seen) {
    Optional<Function> body = bodies.body(callee);
    if (body.isPresent()) {
      return !seen.add(body.get().key()) || isRepeatable(body.get().body().statements(), seen);
    }
    String owner = callee.owner().canonicalName();
    return switch (callee.kind()) {
      case MATH -> !callee.name().equals("random");
      case ARRAY, GENERATED -> true;
      case RULED -> trustsRules;
      case CONSTANT -> owner.equals("io.github.cotangent.Gradients");
      case FOREIGN ->
          VALUES.contains(owner.replaceFirst("^java\\.lang\\.", ""))
              && owner.startsWith("java.lang.")
              && !PROPERTIES.contains(callee.name());
      case LOCAL, LINKED, SINK -> false;
    };
  }

  private boolean isRepeatable(List<Stmt> statements, Set<String> seen) {
    boolean[] repeatable = {true};
    new Unrepeatable() {
      @Override
      protected void found(Expr e) {
        repeatable[0] = false;
      }

      @Override
      protected void found(Stmt.Verbatim s) {
        repeatable[0] = false;
      }

      @Override
      protected boolean isRepeatable(Expr.Call e) {
        return Effects.this.isRepeatable(e, seen);
      }
    }.walk(statements);
    return repeatable[0];
  }
}
