package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.BorrowedArrays;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds writes into arrays that a method was given before whose body is not read, and which may be
 * what it returned: {@code c = Other.same(b); y = x * c[0]; b[0] = 1}. The backward pass reads
 * {@code c} again, and would find there what was written into {@code b}.
 */
final class Lent extends LoopsTwice {

  private final Facts facts;
  private final Problems problems;
  private final Map<Regions.Region, String> lent = new LinkedHashMap<>();

  Lent(Facts facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  /** Reports all of them. */
  void check() {
    walk(facts.function().body());
  }

  // What is lent

  @Override
  public Void visit(Expr.Call e) {
    called(e);
    lend(e);
    return null;
  }

  /** What a statement's call returns, nobody has. */
  @Override
  public Void visit(Stmt.Evaluate s) {
    if (s.expr() instanceof Expr.Call c) {
      called(c);
      return null;
    }
    return super.visit(s);
  }

  private void called(Expr.Call e) {
    super.visit(e);
    if (e.callee().kind() == Callee.Kind.ARRAY && ArrayCall.of(e).target() != null) {
      written(ArrayCall.of(e).target(), e.origin());
    }
    // One that is not known and returns something is called for that, not for what it writes.
    boolean reads = e.callee().kind() == Callee.Kind.FOREIGN && !e.type().equals(Type.VOID);
    for (int i = 0; i < e.arguments().size(); i++) {
      if (!reads && facts.summaries().writes(e.callee(), i)) {
        Expr argument = e.arguments().get(i);
        facts.storage(argument).keySet().forEach(r -> region(r, e.origin()));
      }
    }
  }

  /** The arguments of a call that the result may be. */
  private void lend(Expr.Call e) {
    if (!BorrowedArrays.isBorrowing(e.callee(), facts.summaries())) {
      return;
    }
    Set<Type> types = new HashSet<>(facts.storage(e).values());
    for (Expr argument : e.arguments()) {
      if (!isOfRoundBefore(argument)) {
        facts
            .storage(argument)
            .forEach(
                (region, type) -> {
                  if (types.contains(type)) {
                    lent.putIfAbsent(region, e.callee().name());
                  }
                });
      }
    }
  }

  // What is written

  @Override
  public Void visit(Stmt.Assign s) {
    super.visit(s);
    if (s.target() instanceof Place.Slot slot) {
      written(slot.array(), s.origin());
    }
    return null;
  }

  private void written(Expr array, Origin at) {
    region(facts.regions().of(array), at);
  }

  private void region(Regions.Region region, Origin at) {
    if (!isFirstTime() && lent.containsKey(region)) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          at,
          "A write into an array that '" + lent.get(region) + "' was given, and may have returned,",
          "Call that with a clone(): what it returned may be the array itself.");
    }
  }
}
