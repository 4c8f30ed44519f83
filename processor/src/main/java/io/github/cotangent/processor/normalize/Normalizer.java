package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;

/**
 * The passes from surface IR to core IR, in order.
 *
 * <p>Before: {@code for (double v : a) s += v > 0 ? f(v) : v;}. After:
 *
 * <pre>{@code
 * for (int i = 0; i < a.length; i += 1) {
 *   double v = a[i];
 *   if (v > 0) {
 *     double f = f(v);
 *     s += f;
 *   } else {
 *     s += v;
 *   }
 * }
 * }</pre>
 */
public final class Normalizer {

  private Normalizer() {}

  /**
   * The function in core form, with the same meaning.
   *
   * @param names gives out the variables and labels that are added
   */
  public static Function normalize(Function f, Names names) {
    Function switched = OldSwitches.apply(f, names);
    Function looped = ForEachLoops.apply(switched, names);
    Function headed = LoopHeaders.apply(looped, names);
    Function core = Lowering.apply(headed, names);
    return Titles.apply(RecordArrayCopies.apply(core, names));
  }
}
