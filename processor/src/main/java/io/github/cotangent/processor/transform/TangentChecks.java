package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks of the tangents that a caller passes, in one chain:
 *
 * <pre>{@code
 * new Tangents().check("x", x, xDot).refuseShared("c", c);
 * }</pre>
 */
final class TangentChecks {

  private static final Type.ClassType TANGENTS = Make.runtime("Tangents");

  private TangentChecks() {}

  /** That they have the shapes of their arguments. */
  static List<Stmt> shapes(Tangent tangent) {
    return evaluated(chain(tangent));
  }

  /** The same, and that no constant shares an array with an argument that has a tangent. */
  static List<Stmt> shapesAndConstants(Tangent tangent) {
    Set<Var> given =
        tangent.given().stream()
            .map(tangent.primal().parameters()::get)
            .collect(Collectors.toSet());
    Expr chain = chain(tangent);
    return chain == null
        ? List.of()
        : evaluated(
            new SharingChecks(tangent.primal(), List.of())
                .refuseConstants(chain, given, new AdjointVars(tangent.names())));
  }

  private static List<Stmt> evaluated(Expr chain) {
    return chain == null ? List.of() : List.of(Make.evaluate(chain));
  }

  /** Null where no argument has a shape. */
  private static Expr chain(Tangent tangent) {
    Expr chain = null;
    for (int i : tangent.given()) {
      Var p = tangent.primal().parameters().get(i);
      for (Leaf leaf : Leaf.of(p.type())) {
        if (leaf.isScalar()) {
          continue;
        }
        Expr start = chain == null ? Make.create(TANGENTS) : chain;
        String path = leaf.path().isEmpty() ? "" : "." + String.join(".", leaf.path());
        Expr name = Make.literal(p.name() + path);
        Expr array = leaf.in(Make.read(p));
        Expr dot = leaf.in(Make.read(tangent.dot(i)));
        chain = Make.invoke(start, "check", TANGENTS, name, array, dot);
      }
    }
    return chain;
  }
}
