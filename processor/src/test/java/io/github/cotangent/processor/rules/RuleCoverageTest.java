package io.github.cotangent.processor.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * No method of {@code Math} or {@code StrictMath} is without a rule, and no rule is half written.
 */
class RuleCoverageTest {

  @Test
  void everyMethodHasARule() {
    List<Method> missing =
        Nodes.mathMethods().stream()
            .filter(m -> RuleTable.find(m.getName(), m.getParameterCount()).isEmpty())
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void everyScalarOperandHasAPartialOrAReason() {
    List<String> unexplained = new ArrayList<>();
    for (Rule rule : RuleTable.ALL) {
      boolean isComplete = rule.partials().keySet().containsAll(rule.operands());
      if (!isComplete && rule.note().isEmpty()) {
        unexplained.add(rule.header());
      }
    }
    assertThat(unexplained).isEmpty();
  }

  @Test
  void whatIsForIntegersHasIntegersOnly() {
    for (Method m : Nodes.mathMethods()) {
      Rule rule = RuleTable.find(m.getName(), m.getParameterCount()).orElseThrow();
      if (rule.note().equals("integers only")) {
        assertThat(m.getParameterTypes()).as(m.toString()).containsAnyOf(int.class, long.class);
        assertThat(m.getParameterTypes())
            .as(m.toString())
            .doesNotContain(float.class, double.class);
      }
    }
  }

  @Test
  void everyPartialIsTypedForEveryOverload() {
    for (Rule rule : RuleTable.ALL) {
      for (Expr node : Nodes.nodesOf(rule)) {
        for (int k : Calculus.activeOperands(node)) {
          Type type = Calculus.partial(node, k, null).type();
          assertThat(type.isNumeric()).as(node.toString()).isTrue();
        }
      }
    }
  }

  @Test
  void aMethodOfALaterJdkIsRefused() {
    Type.ClassType math = new Type.ClassType("java.lang", List.of("Math"), List.of(), true);
    Callee later =
        new Callee(Callee.Kind.MATH, math, "lerp", List.of(Type.DOUBLE), Type.DOUBLE, true);
    assertThat(Calculus.refusal(later)).isPresent();
    // It counts as active, so that the transform meets it and reports it.
    Expr call = new Expr.Call(later, null, List.of(Nodes.read("x")), Origin.NONE);
    assertThat(Calculus.activeOperands(call)).containsExactly(0);
  }

  @Test
  void nothingThatExistsIsRefused() {
    for (Method m : Nodes.mathMethods()) {
      List<Expr> operands = new ArrayList<>();
      Arrays.stream(m.getParameterTypes())
          .forEach(c -> operands.add(Nodes.read("x", Nodes.typeOf(c))));
      Expr.Call call = (Expr.Call) Nodes.call(m, operands);
      assertThat(Calculus.refusal(call.callee())).as(m.toString()).isEmpty();
    }
  }
}
