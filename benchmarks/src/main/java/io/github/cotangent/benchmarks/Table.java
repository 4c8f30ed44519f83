package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.problem.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Writes measurements as tables in Markdown. */
final class Table {

  private static final String NONE = "–";

  private static final List<String> TIMES =
      List.of(
          "problem",
          "objective, ms",
          "gradient, ms",
          "gradient ÷ objective",
          "push/pop ÷ objective",
          "same shape ÷ objective",
          "best by hand ÷ objective",
          "Hipparchus ÷ objective",
          "generated ÷ same shape",
          "generated ÷ best by hand",
          "Hipparchus ÷ generated");

  private static final List<String> BYTES =
      List.of(
          "bytes for each observation",
          "objective",
          "generated",
          "push/pop",
          "same shape",
          "best by hand");

  private Table() {}

  /** A table of such rows: times, and ratios to the objective and to the gradients by hand. */
  static List<String> ofTimes(List<String> rows) {
    return table(TIMES, rows);
  }

  /** A table of the bytes that are allocated; nothing if no problem has observations. */
  static List<String> ofBytes(List<String> rows) {
    return rows.isEmpty() ? List.of() : table(BYTES, rows);
  }

  private static List<String> table(List<String> heads, List<String> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(row(heads));
    lines.add("|---" + "|--:".repeat(heads.size() - 1) + "|");
    lines.addAll(rows);
    return lines;
  }

  /** The row of a problem's times. */
  static String times(Measurement m) {
    return row(
        List.of(
            m.problem().name(),
            cell(m.millis(Contender.OBJECTIVE), 3),
            cell(m.millis(Contender.GENERATED), 3),
            "**" + cell(m.ratio(Contender.GENERATED, Contender.OBJECTIVE), 2) + "**",
            cell(m.ratio(Contender.PUSH_POP, Contender.OBJECTIVE), 2),
            cell(m.ratio(Contender.SAME_SHAPE, Contender.OBJECTIVE), 2),
            cell(m.ratio(Contender.BEST, Contender.OBJECTIVE), 2),
            cell(m.ratio(Contender.HIPPARCHUS, Contender.OBJECTIVE), 0),
            cell(m.ratio(Contender.GENERATED, Contender.SAME_SHAPE), 2),
            cell(m.ratio(Contender.GENERATED, Contender.BEST), 2),
            cell(m.ratio(Contender.HIPPARCHUS, Contender.GENERATED), 1)));
  }

  /** The row of the bytes for each observation of a problem, if it has any. */
  static Optional<String> bytes(Measurement m) {
    if (m.problem().observations() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        row(
            List.of(
                m.problem().name(),
                bytes(m, Contender.OBJECTIVE),
                bytes(m, Contender.GENERATED),
                bytes(m, Contender.PUSH_POP),
                bytes(m, Contender.SAME_SHAPE),
                bytes(m, Contender.BEST))));
  }

  private static String row(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String bytes(Measurement m, Contender contender) {
    return cell(OptionalDouble.of(m.bytes().get(contender) / m.problem().observations()), 0);
  }

  private static String cell(OptionalDouble value, int digits) {
    return value.isPresent()
        ? String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble())
        : NONE;
  }
}
