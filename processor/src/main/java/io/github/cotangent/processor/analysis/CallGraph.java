package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which functions of the same class a function reaches by calls. */
public final class CallGraph {

  private final MethodBodies bodies;
  private final Set<String> seen = new HashSet<>();

  private CallGraph(MethodBodies bodies) {
    this.bodies = bodies;
  }

  /**
   * True if the function can call itself, directly or through others.
   *
   * @param bodies the methods of the class
   */
  public static boolean isRecursive(Function function, MethodBodies bodies) {
    return new CallGraph(bodies).reaches(function, function.key());
  }

  private boolean reaches(Function from, String target) {
    for (Callee callee : callees(from)) {
      if (callee.key().equals(target)) {
        return true;
      }
      boolean isFurther =
          seen.add(callee.key()) && bodies.body(callee).filter(f -> reaches(f, target)).isPresent();
      if (isFurther) {
        return true;
      }
    }
    return false;
  }

  /** The functions of the same class that a function calls, in order of appearance. */
  public static List<Callee> callees(Function function) {
    List<Callee> callees = new ArrayList<>();
    new Walker() {
      @Override
      public Void visit(Expr.Call e) {
        if (e.callee().kind() == Callee.Kind.LOCAL) {
          callees.add(e.callee());
        }
        return super.visit(e);
      }
    }.walk(function.body());
    return callees;
  }
}
