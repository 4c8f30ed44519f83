package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds the writes that cannot be followed: into arrays that belong to a field or came out of
 * foreign code, where other names for them may exist, and into parameters without a derivative.
 */
final class Overwrites {

  /** Methods of the JDK and the runtime that make a new array, whatever class they are of. */
  private static final Set<String> MAKERS =
      Set.of("toArray", "toCharArray", "getBytes", "split", "toByteArray", "stopGradient");

  private final Facts facts;
  private final Problems problems;

  /** Arrays that other code may know under another name, with what to call where they came from. */
  private final Map<Regions.Region, String> borrowed = new LinkedHashMap<>();

  private final Map<Regions.Region, String> fields = new LinkedHashMap<>();
  private final Map<Regions.Region, String> constants = new LinkedHashMap<>();

  Overwrites(Facts facts, Problems problems) {
    this.facts = facts;
    this.problems = problems;
  }

  /** True for a call of which nothing tells that its result is a new array. */
  static boolean isBorrowing(Callee c, Summaries summaries) {
    boolean unread =
        switch (c.kind()) {
          case FOREIGN, CONSTANT, SINK -> true; // Also requireNonNull is a sink.
          default -> false;
        };
    return unread && !summaries.returnsFresh(c) && !MAKERS.contains(c.name());
  }

  /** Reports all of them. */
  void check() {
    for (Var p : facts.function().constants()) {
      facts
          .regions()
          .reachable(p.type(), facts.regions().of(p))
          .forEach(r -> constants.putIfAbsent(r, p.name()));
    }
    new Sources().walk(facts.function().body());
    new Writes().walk(facts.function().body());
  }

  /** Where arrays come from that are not the function's own. */
  private final class Sources extends Walker {

    private void from(Expr e, String name, Map<Regions.Region, String> known) {
      Regions regions = facts.regions();
      regions.reachable(e.type(), regions.of(e)).forEach(r -> known.putIfAbsent(r, name));
    }

    @Override
    public Void visit(Expr.Field e) {
      from(e, e.name(), fields);
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      if (isBorrowing(e.callee(), facts.summaries())) {
        from(e, "'" + e.callee().name() + "'", borrowed);
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Opaque e) {
      from(e, "'" + e.origin().text() + "'", borrowed);
      return super.visit(e);
    }
  }

  /** What is written. */
  private final class Writes extends Walker {

    @Override
    public Void visit(Stmt.Assign s) {
      if (s.target() instanceof Place.Slot slot) {
        array(slot.array(), s.origin());
      }
      return super.visit(s);
    }

    @Override
    public Void visit(Expr.Call e) {
      if (e.callee().kind() == Callee.Kind.ARRAY && ArrayCall.of(e).target() != null) {
        array(ArrayCall.of(e).target(), e.origin());
      }
      if (e.callee().kind() == Callee.Kind.LOCAL || e.callee().kind() == Callee.Kind.RULED) {
        for (int i = 0; i < e.arguments().size(); i++) {
          if (facts.summaries().writes(e.callee(), i)) {
            reachable(e.arguments().get(i), e.origin());
          }
        }
      }
      return super.visit(e);
    }

    private void reachable(Expr e, Origin at) {
      Regions regions = facts.regions();
      regions.reachable(e.type(), regions.of(e)).forEach(r -> region(r, at));
    }

    private void array(Expr array, Origin at) {
      region(facts.regions().of(array), at);
    }

    private void region(Regions.Region region, Origin at) {
      if (fields.containsKey(region)) {
        problems.report(ErrorId.FIELD_WRITE, at, fields.get(region));
      }
      if (constants.containsKey(region) && facts.activity().isVaried(region)) {
        String what = "an element of '" + constants.get(region) + "', which is @NonDifferentiable";
        problems.report(ErrorId.ACTIVE_ESCAPES, at, what);
      }
      if (borrowed.containsKey(region)) {
        problems.report(
            ErrorId.UNSUPPORTED_EXPRESSION,
            at,
            "A write into an array that " + borrowed.get(region) + " returned",
            "Write into a clone() of it: the original may have other names.");
      }
    }
  }
}
