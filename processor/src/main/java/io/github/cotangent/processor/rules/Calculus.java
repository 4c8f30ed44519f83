package io.github.cotangent.processor.rules;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the transforms ask about one scalar operation: through which operands a derivative may flow,
 * and with which factor. The answers come from the {@link RuleTable}; forward and reverse mode ask
 * the same questions, so they cannot differ.
 *
 * <p>The nodes with a derivative are unary minus and plus, the five arithmetic operators, casts
 * between numbers, calls of kind {@link Callee.Kind#MATH}, and calls with hand-written partials.
 * All others are answered as constants.
 */
public final class Calculus {

  private static final Type.ClassType MATH =
      new Type.ClassType("java.lang", List.of("Math"), List.of(), true);

  /** Stands for the result when only the shape of a partial is asked for. */
  private static final int SOME_VALUE = Integer.MIN_VALUE;

  private Calculus() {}

  /**
   * The operands through which a derivative may flow: of type {@code double} or {@code float}, not
   * a literal, and with a partial that is not zero everywhere. Of a method that is {@linkplain
   * #refusal refused}, every scalar operand.
   */
  public static List<Integer> activeOperands(Expr node) {
    if (!node.type().isScalar()) {
      return List.of();
    }
    List<Integer> active = new ArrayList<>();
    int count = operandCount(node);
    for (int k = 0; k < count; k++) {
      if (isActive(node, k)) {
        active.add(k);
      }
    }
    return active;
  }

  private static boolean isActive(Expr node, int k) {
    Expr operand = operand(node, k);
    if (!operand.type().isScalar() || operand instanceof Expr.Literal) {
      return false;
    }
    if (hasPartials(node)) {
      return partials(node).containsKey(k);
    }
    Optional<Rule> rule = find(node);
    if (rule.isEmpty()) {
      return node instanceof Expr.Call;
    }
    return rule.get().partial(k, true).isPresent() && !isConstant(node, k);
  }

  /**
   * {@code Math.pow(x, 0)} is 1 by definition; {@code 0 * x} is not: x may be infinite. Only with a
   * number among the operands can a partial come out as one.
   */
  private static boolean isConstant(Expr node, int k) {
    return node instanceof Expr.Call c
        && c.arguments().stream().anyMatch(a -> Numbers.valueOf(a).isPresent())
        && Numbers.is(partial(node, k, null), 0);
  }

  /** The operand of an index below {@link #operandCount}. */
  public static Expr operand(Expr node, int k) {
    return node instanceof Expr.Binary b ? k == 0 ? b.left() : b.right() : operands(node).get(k);
  }

  /** The number of operands; 0 for a node without a derivative. */
  public static int operandCount(Expr node) {
    return node instanceof Expr.Binary ? 2 : operands(node).size();
  }

  private static List<Expr> operands(Expr node) {
    if (node instanceof Expr.Unary u) {
      return List.of(u.operand());
    }
    if (node instanceof Expr.Binary b) {
      return List.of(b.left(), b.right());
    }
    if (node instanceof Expr.Cast c) {
      return List.of(c.operand());
    }
    return node instanceof Expr.Call c && (isMath(c) || hasPartials(c)) ? c.arguments() : List.of();
  }

  private static boolean hasPartials(Expr node) {
    return node instanceof Expr.Call c
        && c.callee().derivation().filter(d -> !d.partials().isEmpty()).isPresent();
  }

  private static Map<Integer, Derivation.Rule> partials(Expr node) {
    return ((Expr.Call) node).callee().derivation().orElseThrow().partials();
  }

  private static boolean isMath(Expr.Call call) {
    return call.callee().kind() == Callee.Kind.MATH;
  }

  private static Optional<Rule> find(Expr node) {
    if (node instanceof Expr.Unary u) {
      return RuleTable.find(u.op().symbol(), 1);
    }
    if (node instanceof Expr.Binary b) {
      return RuleTable.find(b.op().symbol(), 2);
    }
    if (node instanceof Expr.Cast) {
      return RuleTable.find("(double)", 1);
    }
    return node instanceof Expr.Call c && isMath(c)
        ? RuleTable.find(c.callee().name(), c.arguments().size())
        : Optional.empty();
  }

  /**
   * The partial derivative of a node with respect to an operand, an expression in the node's
   * operands: an integer literal, or at least as wide as the node, so that products and sums of
   * partials overflow and round no sooner than the node does.
   *
   * @param value an expression that holds the node's value, or null where it has not been kept: the
   *     formula then computes it again
   * @throws IllegalArgumentException if no derivative flows through the operand
   */
  public static Expr partial(Expr node, int k, Expr value) {
    if (hasPartials(node)) {
      return widened(custom(node, k, value != null ? value : node), node.type());
    }
    Rule rule = find(node).orElseThrow(() -> noPartial(node, k));
    String formula = rule.partial(k, value != null).orElseThrow(() -> noPartial(node, k));
    Map<String, Expr> names = new HashMap<>();
    for (int i = 0; i < rule.operands().size(); i++) {
      names.put(rule.operands().get(i), operand(node, i));
    }
    names.put(rule.result(), value != null ? value : node);
    Type.ClassType math = node instanceof Expr.Call c ? c.callee().owner() : MATH;
    return widened(Formula.read(formula, names, node.type(), math), node.type());
  }

  /** A hand-written partial is called. */
  private static Expr custom(Expr node, int k, Expr value) {
    Derivation.Rule rule = partials(node).get(k);
    List<Expr> arguments =
        rule.operands().stream()
            .map(o -> o.role() == Derivation.Role.RESULT ? value : operand(node, o.parameter()))
            .toList();
    return new Expr.Call(rule.method(), null, arguments, ((Expr.Call) node).origin());
  }

  private static Expr widened(Expr partial, Type type) {
    boolean isNarrower = !Type.promote(partial.type(), type).equals(partial.type());
    return isNarrower && !Numbers.isInteger(partial)
        ? new Expr.Cast(type, partial, Origin.NONE)
        : partial;
  }

  private static IllegalArgumentException noPartial(Expr node, int k) {
    return new IllegalArgumentException("No partial for operand " + k + " of " + node);
  }

  /** True where the partial cannot do without the node's value. */
  public static boolean partialReadsValue(Expr node, int k) {
    if (hasPartials(node)) {
      return partials(node).get(k).readsResult();
    }
    Rule rule = find(node).orElseThrow(() -> noPartial(node, k));
    if (rule.hasFormWithoutResult(k)) {
      return false;
    }
    Var value = new Var(SOME_VALUE, "", node.type());
    return Mentions.reads(partial(node, k, new Expr.Read(value)), value);
  }

  /** True where the partial depends on no variable: the node is linear in the operand. */
  public static boolean partialIsLiteral(Expr node, int k) {
    return isLiteral(partial(node, k, null));
  }

  private static boolean isLiteral(Expr e) {
    if (e instanceof Expr.Literal) {
      return true;
    }
    int count = operandCount(e);
    return count > 0 && IntStream.range(0, count).allMatch(k -> isLiteral(operand(e, k)));
  }

  /**
   * Why a method of {@code Math} or {@code StrictMath} cannot be differentiated; empty where it
   * can. All that exist up to JDK 25 can: what is refused is what a later one adds.
   */
  public static Optional<String> refusal(Callee math) {
    boolean isKnown = RuleTable.find(math.name(), math.parameterTypes().size()).isPresent();
    return isKnown
        ? Optional.empty()
        : Optional.of("the rules of this version of Cotangent do not know it");
  }

  /** True where keeping the node's value beats computing it again: {@code exp}, {@code pow}. */
  public static boolean isExpensive(Expr node) {
    if (hasPartials(node)) {
      return true;
    }
    if (node instanceof Expr.Call c && c.callee().name().equals("pow") && isMath(c)) {
      // Compiled to a multiplication.
      return !Numbers.is(c.arguments().get(1), 2);
    }
    return node.type().isScalar() && find(node).map(Rule::isExpensive).orElse(false);
  }
}
