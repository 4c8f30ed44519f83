package io.github.cotangent.processor.diagnostics;

import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * What was chosen for one thing in the user's source, and why: one note of {@code
 * -Acotangent.explain}.
 *
 * @param origin where it is
 * @param about what it is: a loop, a variable, a call
 * @param reasons whole sentences
 */
public record Explanation(Origin origin, String about, List<Reason> reasons) {

  /** What every note begins with. */
  public static final String PREFIX = "[explain] ";

  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /** An explanation of some sentences. */
  public static Explanation of(Origin origin, String about, Reason... reasons) {
    return new Explanation(origin, about, List.of(reasons));
  }

  /** True if the other one is about the same thing at the same place. */
  public boolean isAboutSame(Explanation other) {
    return origin.start() == other.origin.start() && about.equals(other.about);
  }

  /** This one with the sentences of another that it does not have. */
  Explanation and(Explanation other) {
    List<Reason> all = new ArrayList<>(reasons);
    other.reasons.stream().filter(r -> !all.contains(r)).forEach(all::add);
    return new Explanation(origin, about, all);
  }

  /** The note: one line. */
  public String text(ToIntFunction<Origin> lines) {
    return PREFIX
        + about
        + ": "
        + reasons.stream()
            .map(r -> r.text(lines))
            .distinct()
            .reduce((a, b) -> a + " " + Names.capitalized(b))
            .orElse("");
  }
}
