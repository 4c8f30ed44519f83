package io.github.cotangent.benchmarks;

import io.github.cotangent.benchmarks.problem.Contender;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.StringJoiner;

/** Writes measurements as tables in Markdown. */
final class Table {

  private static final String NONE = "–";

  private final List<String> lines = new ArrayList<>();

  private Table(String... heads) {
    line(heads);
    lines.add("|---" + "|--:".repeat(heads.length - 1) + "|");
  }

  private void line(String... cells) {
    StringJoiner line = new StringJoiner(" | ", "| ", " |");
    for (String cell : cells) {
      line.add(cell);
    }
    lines.add(line.toString());
  }

  /** Times, and ratios: to the objective, and of the generated gradient to those by hand. */
  static List<String> times(List<Measurement> measurements) {
    Table table =
        new Table(
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
    for (Measurement m : measurements) {
      table.line(
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
          cell(m.ratio(Contender.HIPPARCHUS, Contender.GENERATED), 1));
    }
    return table.lines;
  }

  /** Bytes that are allocated for each observation; nothing if no problem has observations. */
  static List<String> bytes(List<Measurement> measurements) {
    List<Measurement> observed =
        measurements.stream().filter(m -> m.problem().observations() > 0).toList();
    if (observed.isEmpty()) {
      return List.of();
    }
    Table table =
        new Table(
            "bytes for each observation",
            "objective",
            "generated",
            "push/pop",
            "same shape",
            "best by hand");
    for (Measurement m : observed) {
      table.line(
          m.problem().name(),
          bytes(m, Contender.OBJECTIVE),
          bytes(m, Contender.GENERATED),
          bytes(m, Contender.PUSH_POP),
          bytes(m, Contender.SAME_SHAPE),
          bytes(m, Contender.BEST));
    }
    return table.lines;
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
