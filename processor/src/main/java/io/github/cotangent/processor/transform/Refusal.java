package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problem;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.ir.Origin;
import java.util.List;

/** Thrown where constructs turn out to be beyond the transform: each becomes a located error. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  Refusal(ErrorId id, Origin origin, Object... arguments) {
    this(List.of(new Problem(id, origin, id.message(arguments))));
  }

  private Refusal(List<Problem> problems) {
    super(problems.get(0).message());
    this.problems = problems;
  }

  /** Throws one if there are any problems. */
  static void of(Problems problems) {
    if (!problems.isEmpty()) {
      throw new Refusal(problems.all());
    }
  }

  /** The errors to report. */
  public List<Problem> problems() {
    return problems;
  }
}
