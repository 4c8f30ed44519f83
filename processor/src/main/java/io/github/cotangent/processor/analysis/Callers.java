package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Var;
import java.util.List;
import java.util.Set;

/** Who calls the derivatives of a class's functions. */
public interface Callers {

  /** True for a helper: only the derivatives of the same functions call its own. */
  boolean areKnown(Function f);

  /**
   * What a function is differentiated with respect to, in each of the derivatives that others call;
   * nothing for a helper.
   */
  List<Set<Var>> independents(Function f);

  /**
   * The parameters of a function that may be one array, or lead to one, where others call it: the
   * rest is refused at entry if it shares an array with these.
   */
  Set<Var> together(Function f);
}
