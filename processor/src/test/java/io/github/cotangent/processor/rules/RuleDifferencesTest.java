package io.github.cotangent.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds every rule against differences, for every overload, of both classes, at seeded points of
 * its domain: with the result kept and without it.
 */
class RuleDifferencesTest {

  private static final int POINTS = 200;

  static Stream<Rule> rules() {
    return RuleTable.ALL.stream().filter(r -> !r.domains().isEmpty());
  }

  @Test
  void everyRuleWithAScalarResultHasADomain() {
    for (Rule rule : RuleTable.ALL) {
      boolean isScalar = Nodes.nodesOf(rule).stream().anyMatch(n -> n.type().isScalar());
      if (isScalar && !rule.operands().isEmpty()) {
        assertThat(rule.domains()).as(rule.header()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void agreesWithDifferences(Rule rule) {
    Random random = new Random(rule.header().hashCode());
    for (Expr node : Nodes.nodesOf(rule)) {
      for (int i = 0; node.type().isScalar() && i < POINTS; i++) {
        check(node, point(rule, node, random));
      }
    }
  }

  // Ties are kinks: SpecialPointsTest looks at them.
  private static Map<Var, Number> point(Rule rule, Expr node, Random random) {
    boolean hasTies = rule.partials().values().stream().anyMatch(f -> f.contains("Subgradients."));
    Map<Var, Number> point = draw(rule, node, random);
    while (hasTies && hasCloseOperands(point)) {
      point = draw(rule, node, random);
    }
    return point;
  }

  private static boolean hasCloseOperands(Map<Var, Number> point) {
    double[] values = point.values().stream().mapToDouble(Number::doubleValue).sorted().toArray();
    return IntStream.range(1, values.length).anyMatch(i -> values[i] - values[i - 1] < 0.1);
  }

  private static Map<Var, Number> draw(Rule rule, Expr node, Random random) {
    Map<Var, Number> point = new HashMap<>();
    for (int k = 0; k < Calculus.operandCount(node); k++) {
      Rule.Interval interval = rule.domains().get(Math.min(k, rule.domains().size() - 1));
      double v = interval.low() + (interval.high() - interval.low()) * random.nextDouble();
      Var operand = ((Expr.Read) Calculus.operand(node, k)).var();
      point.put(operand, Evaluator.narrow(v, operand.type()));
    }
    return point;
  }

  private static void check(Expr node, Map<Var, Number> point) {
    List<Integer> active = Calculus.activeOperands(node);
    Map<Var, Number> withResult = new HashMap<>(point);
    Expr.Read result = Nodes.read("the result", node.type());
    withResult.put(result.var(), new Evaluator(point).number(node));
    for (int k = 0; k < Calculus.operandCount(node); k++) {
      Expr operand = Calculus.operand(node, k);
      if (!operand.type().isScalar()) {
        assertThat(active).doesNotContain(k);
        continue;
      }
      Quotient q = new Quotient(node, ((Expr.Read) operand).var(), point);
      double expected = q.derivative();
      if (!active.contains(k)) {
        assertThat(expected).as("%s at %s", node, point).isCloseTo(0, within(q.tolerance(0)));
        continue;
      }
      Expr formula = Calculus.partial(node, k, result);
      double kept = new Evaluator(withResult).number(formula).doubleValue();
      double computed = new Evaluator(point).number(Calculus.partial(node, k, null)).doubleValue();
      assertThat(kept).as("%s at %s", node, point).isCloseTo(expected, within(q.tolerance(kept)));
      assertThat(computed).isCloseTo(kept, within(q.rounding() * (1 + Math.abs(kept))));
    }
  }

  /** A central difference quotient, extrapolated twice after Richardson. */
  private record Quotient(Expr node, Var operand, Map<Var, Number> point) {

    double derivative() {
      double h = isFloat() ? 0x1p-4 : 0x1p-8;
      double coarse = central(h);
      double middle = central(h / 2);
      double fine = central(h / 4);
      double first = (4 * middle - coarse) / 3;
      double second = (4 * fine - middle) / 3;
      return (16 * second - first) / 15;
    }

    private boolean isFloat() {
      return operand.type().equals(Type.FLOAT) || node.type().equals(Type.FLOAT);
    }

    double tolerance(double derivative) {
      return (isFloat() ? 2e-3 : 2e-9) * (1 + Math.abs(derivative));
    }

    double rounding() {
      return node.type().equals(Type.FLOAT) ? 1e-5 : 1e-13;
    }

    private double central(double h) {
      return (at(h) - at(-h)) / (2 * h);
    }

    private double at(double h) {
      Map<Var, Number> moved = new HashMap<>(point);
      moved.put(operand, point.get(operand).doubleValue() + h);
      return new Evaluator(moved).number(node).doubleValue();
    }
  }
}
