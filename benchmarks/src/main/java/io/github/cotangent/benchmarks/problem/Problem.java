package io.github.cotangent.benchmarks.problem;

import java.util.Arrays;
import java.util.Map;

/**
 * A problem of ADBench, with its reference and with those who solve it.
 *
 * @param name of the file, without its end
 * @param observations how many of them there are, each with a Jacobian of its own; 0 where there is
 *     one gradient
 * @param values what the objective must give
 * @param derivatives what the others must give
 * @param kernels the computations
 */
public record Problem(
    String name,
    int observations,
    Reference values,
    Reference derivatives,
    Map<Contender, Kernel> kernels) {

  /** What a contender's numbers are held against. */
  public Reference reference(Contender contender) {
    return contender == Contender.OBJECTIVE ? values : derivatives;
  }

  /** Runs a contender once and throws if its numbers are not the reference's. */
  public void verify(Contender contender) {
    Reference reference = reference(contender);
    double[][] out = reference.buffer();
    // What a contender forgets to write, or adds to, must not pass.
    Arrays.stream(out).forEach(row -> Arrays.fill(row, Double.NaN));
    kernels.get(contender).run(out);
    reference.check(name + ", " + contender.title() + ", row", out);
  }
}
