package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Names;
import java.util.List;

/**
 * A function with variables in the place of small arrays or records, or methods in the place of
 * calls.
 *
 * @param names the names of its variables
 * @param told what became of the arrays and records, and of the calls that they cross
 */
public record Scalarized(Function function, Names names, List<Explanation> told) {

  /** Statements that a function may have afterwards. */
  static final int MAX_STATEMENTS = 400;

  /**
   * Makes such a function: {@link Accessors}, {@link Formulas}, {@link SmallArrays}, {@link
   * SmallRecords}.
   */
  public interface Pass {
    /**
     * The function as this pass makes it; as it was where there is nothing to do.
     *
     * @param bodies the methods of the class
     */
    Scalarized apply(Function f, Names names, MethodBodies bodies);
  }
}
