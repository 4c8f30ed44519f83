package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts short methods that take and give numbers in the place of their calls in loops, before
 * anything is differentiated:
 *
 * <pre>{@code
 * for (int i = 0; i < n; i++) {            for (int i = 0; i < n; i++) {
 *   s = lerp(s, x[i], t);          becomes    s = s + t * (x[i] - s);
 * }                                        }
 * }</pre>
 *
 * <p>Such a method is differentiated by one that gives its value and gradient. For each call in a
 * loop, these are an object that is kept from the forward to the backward pass.
 */
public final class SmallMethods {

  /** The most values that a short method computes, those that it returns included. */
  private static final int MAX_VALUES = 8;

  private SmallMethods() {}

  /**
   * The function without calls of short methods in its loops; as it was where that makes it too
   * long.
   *
   * @param bodies the methods of the class
   */
  public static Scalarized apply(
      Function f, Names given, java.util.function.Function<Callee, Optional<Function>> bodies) {
    CopyNames names = new CopyNames(f, given);
    InPlaceCalls.Inlined inlined = InPlaceCalls.of(Crossing.NUMBERS, f, bodies, Map.of(), names);
    if (inlined.isTooLong(inlined.body())) {
      names = new CopyNames(f, given);
      inlined = InPlaceCalls.of(Crossing.NUMBERS, f, bodies, inlined.allLinked(), names);
    }
    return inlined.sites().isEmpty()
        ? new Scalarized(f, given, inlined.told())
        : new Scalarized(inlined.in(f, inlined.body()), names.names(), inlined.told());
  }

  /** True for a method of several numbers that computes few values, straight or by branches. */
  static boolean isSmall(Function method) {
    return method.result().isScalar()
        && method.parameters().stream().noneMatch(p -> p.type().holdsDifferentiableArray())
        && isGradientAnObject(method)
        && isShort(method);
  }

  /** The derivative with respect to one number is a number, of which nothing has to be made. */
  private static boolean isGradientAnObject(Function method) {
    List<Var> by = method.differentiable();
    return by.size() > 1 || by.size() == 1 && by.get(0).type() instanceof Type.Record;
  }

  private static boolean isShort(Function method) {
    List<Stmt> code = method.body().statements();
    int[] values = {Mentions.assignments(code)};
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        values[0]++;
        return super.visit(s);
      }

      /** Its returns would be jumps to the end of the whole. */
      @Override
      public Void visit(Stmt.Switch s) {
        values[0] += MAX_VALUES;
        return super.visit(s);
      }
    }.walk(code);
    return values[0] <= MAX_VALUES && !Crossing.hasLoop(method);
  }
}
