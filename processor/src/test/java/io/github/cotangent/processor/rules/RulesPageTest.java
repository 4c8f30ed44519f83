package io.github.cotangent.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/rules.md} is written from the table. After a change of the table, {@code
 * -Dcotangent.rewrite=true} writes it anew.
 */
class RulesPageTest {

  private static final Path PAGE = Path.of("..", "docs", "rules.md");

  private static final String HEAD =
      """
      # Rules

      Every arithmetic operator and every method of `java.lang.Math` and `java.lang.StrictMath`, with
      the partial derivatives that forward and reverse mode use. A formula may name the operands and
      the result. One line stands for all overloads, and for both classes: in the derivative of a
      method of `StrictMath`, `Math` is `StrictMath`. A literal operand is folded in: `Math.pow(x, 2)`
      has the derivative `2 * x`.

      At a kink inside the domain the slopes of the sides differ; each slope between them is a
      subgradient, and the one of smallest norm is taken: operands that tie share equally.
      At a border of the domain, the one-sided limit in IEEE arithmetic, infinite where it is; the
      sign of an infinity at -0.0 is the one that the formula gives there. Outside of the domain the
      value is NaN already; the partial is what the formula gives.

      This page is generated from `RuleTable.java`; a test holds it to that.
      """;

  private static final String REFUSED =
      """

      ## Refused

      Nothing that exists up to JDK 25. A method that a later JDK adds is the error
      [RefusedFunction](errors/RefusedFunction.md) until the table has a line for it.
      """;

  @Test
  void pageIsTrue() throws IOException {
    if (Boolean.getBoolean("cotangent.rewrite")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page());
    }
    assertThat(Files.readString(PAGE)).isEqualTo(page());
  }

  private static String page() {
    Predicate<Rule> isMethod = r -> r.header().contains("Math.");
    Predicate<Rule> isConstant = r -> r.partials().isEmpty();
    return HEAD
        + section("Operators", isMethod.negate())
        + section("Methods", isMethod.and(isConstant.negate()))
        + "\n## Methods whose derivative is zero\n\n| method | reason |\n|---|---|\n"
        + RuleTable.ALL.stream()
            .filter(isConstant)
            .map(r -> "| `" + r.header() + "` | " + r.note() + " |\n")
            .collect(Collectors.joining())
        + REFUSED;
  }

  private static String section(String title, Predicate<Rule> which) {
    List<String> rows =
        RuleTable.ALL.stream()
            .filter(which)
            .map(r -> "| `" + r.header() + "` | " + partials(r) + " | " + r.note() + " |\n")
            .toList();
    return "\n## "
        + title
        + "\n\n| | partial derivatives | |\n|---|---|---|\n"
        + String.join("", rows);
  }

  private static String partials(Rule rule) {
    return rule.operands().stream()
        .map(operand -> partial(rule, operand))
        .collect(Collectors.joining("<br>"));
  }

  private static String partial(Rule rule, String operand) {
    String formula = rule.partials().getOrDefault(operand, "0");
    String other = rule.withoutResult().get(operand);
    return operand
        + ": `"
        + formula
        + "`"
        + (other == null ? "" : ", or `" + other + "` where the result has not been kept");
  }
}
