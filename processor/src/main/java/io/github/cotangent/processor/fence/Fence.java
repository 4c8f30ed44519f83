package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses what the transforms would get wrong in silence: a function passes, or everything wrong
 * with it is reported at its place in the source.
 *
 * <p>Two things can go wrong. A value that depends on an independent goes where its derivative
 * cannot follow: {@link Escapes}. Or something is written that the backward pass may need, and can
 * neither follow nor restore: {@link Overwrites}, {@link Lent}, {@link KeptByObjects}, {@link
 * ArraysOfObjects}, {@link Unread}. Loops that are to run again must do the same each time: {@link
 * Repeatable}.
 */
public final class Fence {

  private final Summaries summaries;
  private final LocalMethods methods;
  private final Problems problems;
  private final Set<String> checked = new HashSet<>();

  /** The fence of one class. */
  public Fence(Summaries summaries, LocalMethods methods, Problems problems) {
    this.summaries = summaries;
    this.methods = methods;
    this.problems = problems;
  }

  /**
   * Checks a function that is about to be differentiated.
   *
   * @param core the function, normalized
   * @param independents the parameters that carry a derivative
   */
  public void check(Function core, Set<Var> independents) {
    Facts facts = Facts.of(core, independents, summaries);
    new Escapes(facts, this, problems).check();
    new Overwrites(facts, problems).check();
    new Lent(facts, problems).check();
    new KeptByObjects(facts, methods, problems).check();
    new ArraysOfObjects(facts, methods, problems).check();
    new Unread(facts, problems).check();
    new Repeatable(methods, problems).check(core);
  }

  /**
   * A method of the class is called with a value that carries a derivative: it is checked as well,
   * also where it returns none, for the value must not get away inside.
   */
  void follow(Callee callee) {
    problems.addAll(methods.problems(callee));
    methods.body(callee).ifPresent(this::checkOnce);
  }

  /** Checks a function for all of its parameters, unless it has been. */
  public void checkOnce(Function f) {
    if (checked.add(f.key())) {
      check(f, Set.copyOf(f.differentiable()));
    }
  }

  /** True where something was found wrong with the callee when it was read. */
  boolean isBroken(Callee callee) {
    return !methods.problems(callee).isEmpty();
  }
}
