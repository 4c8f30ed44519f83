package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether there is anything for {@link SmallArrays} to do. */
final class SmallArraySources {

  private SmallArraySources() {}

  /** True if an array that may be small is made in a function, or in one that it calls. */
  static boolean areIn(Function f, MethodBodies bodies) {
    return makesSmall(f, bodies, new HashSet<>());
  }

  private static boolean makesSmall(Function f, MethodBodies bodies, Set<String> seen) {
    return seen.add(f.key())
        && new Search() {
          @Override
          public Void visit(Expr.NewArray e) {
            foundIf(Crossing.ARRAYS.test(e.type()));
            return super.visit(e);
          }

          @Override
          public Void visit(Expr.ArrayLiteral e) {
            foundIf(Crossing.ARRAYS.test(e.type()));
            return super.visit(e);
          }

          @Override
          public Void visit(Expr.Call e) {
            foundIf(
                Crossing.ARRAYS.test(e.type())
                    && e.callee().kind() == Callee.Kind.LOCAL
                    && bodies
                        .body(e.callee())
                        .filter(b -> makesSmall(b, bodies, seen))
                        .isPresent());
            return super.visit(e);
          }
        }.in(f.body());
  }

  /** Says of the calls that arrays cross that none of these is small. */
  static List<Explanation> tellOfNone(Function f, MethodBodies bodies) {
    List<Explanation> told = new ArrayList<>();
    Reason reason = Reason.of(Why.NOT_IN_PLACE, Reason.of(Why.NO_SMALL_ARRAY));
    new Walker() {
      @Override
      public Void visit(Expr.Call e) {
        boolean isLocal = e.callee().kind() == Callee.Kind.LOCAL;
        if (isLocal
            && bodies.body(e.callee()).filter(b -> Crossing.ARRAYS.crosses(e, b)).isPresent()) {
          told.add(Explanation.of(e.origin(), e.origin().text(), reason));
        }
        return super.visit(e);
      }
    }.walk(f.body());
    return told;
  }
}
