package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import java.util.List;
import java.util.Map;

/**
 * Puts the methods of the class in the place of their calls that only get an element of an array,
 * or only set one, before anything is differentiated:
 *
 * <pre>{@code
 * double get(int i, int j) {
 *   return data[i * columns + j];
 * }
 *
 * s += a.get(i, k) * v[k];       becomes       s += a.data()[i * a.columns() + k] * v[k];
 * }</pre>
 *
 * <p>The JIT compiler does that to the user's method. But of a derivative each such call would be
 * two, with what it read or overwrote kept between them.
 */
public final class Accessors {

  private Accessors() {}

  /**
   * The function without calls of accessors.
   *
   * @param bodies the methods of the class
   */
  public static Scalarized apply(Function f, Names given, MethodBodies bodies) {
    CopyNames names = new CopyNames(given);
    return InPlaceCalls.of(Crossing.ELEMENTS, f, bodies, Map.of(), names).made(f, given, names);
  }

  /** True for a method that only gets an element of an array, or only sets one. */
  static boolean isAccessor(Function method) {
    List<Stmt> body = method.body().statements();
    if (body.size() != 1) {
      return false;
    }
    if (body.get(0) instanceof Stmt.Assign a) {
      return a.target() instanceof Place.Slot slot && slot.type().isScalar();
    }
    return body.get(0) instanceof Stmt.Return r
        && r.value().filter(e -> e instanceof Expr.Element && e.type().isScalar()).isPresent();
  }
}
