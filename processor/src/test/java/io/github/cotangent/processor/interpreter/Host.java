package io.github.cotangent.processor.interpreter;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import java.util.Map;

/** What surrounds the interpreted function. */
public interface Host {

  /**
   * The function that a call of kind LOCAL or LINKED runs.
   *
   * @throws IllegalArgumentException if there is none
   */
  Function function(Callee callee);

  /** Finds the user's classes: records, and owners of fields and foreign methods. */
  default ClassLoader classes() {
    return Thread.currentThread().getContextClassLoader();
  }

  /**
   * The value of Java that is carried through unread.
   *
   * @throws UnsupportedOperationException unless a host knows better
   */
  default Object opaque(Expr.Opaque e) {
    throw new UnsupportedOperationException("opaque: " + e.code());
  }

  /** A host that knows these functions by their keys. */
  static Host of(Map<String, Function> functions, ClassLoader classes) {
    return new Host() {
      @Override
      public Function function(Callee callee) {
        Function f = functions.get(callee.key());
        if (f == null) {
          throw new IllegalArgumentException("no function " + callee.key());
        }
        return f;
      }

      @Override
      public ClassLoader classes() {
        return classes;
      }
    };
  }
}
