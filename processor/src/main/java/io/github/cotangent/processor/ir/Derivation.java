package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The hand-written derivative of a callee of kind {@link Callee.Kind#RULED}.
 *
 * @param partials for a method of numbers: the partial derivative by a parameter of this index
 * @param pullback for reverse mode
 * @param tangent for forward mode
 * @param refused the parameters of a differentiable type for which some form has no derivative: no
 *     value that depends on an independent may go there
 * @param writes the parameters whose arrays the callee writes into
 */
public record Derivation(
    Map<Integer, Rule> partials,
    Optional<Rule> pullback,
    Optional<Rule> tangent,
    Set<Integer> refused,
    Set<Integer> writes) {

  public Derivation {
    partials = Map.copyOf(partials);
    refused = Set.copyOf(refused);
    writes = Set.copyOf(writes);
  }

  /**
   * A static method that computes a derivative.
   *
   * @param method what to call
   * @param operands what it takes, in order
   */
  public record Rule(Callee method, List<Operand> operands) {
    public Rule {
      operands = List.copyOf(operands);
    }

    /** True where the rule takes the result of the call that it is for. */
    public boolean readsResult() {
      return operands.stream().anyMatch(o -> o.role() == Role.RESULT);
    }
  }

  /**
   * What a rule takes.
   *
   * @param parameter the index of the callee's parameter that it belongs to; -1 for the result
   */
  public record Operand(Role role, int parameter) {}

  /** The kinds of rules. */
  public enum Form {
    PARTIAL("PartialOf", "a partial derivative"),
    PULLBACK("PullbackOf", "a pullback"),
    TANGENT("TangentOf", "a tangent");

    private final String annotation;
    private final String words;

    Form(String annotation, String words) {
      this.annotation = annotation;
      this.words = words;
    }

    /** The name of its annotation. */
    public String annotation() {
      return annotation;
    }

    /** What it is, in an error's words. */
    public String words() {
      return words;
    }
  }

  /** What something is to the call that a rule is for. */
  public enum Role {
    ARGUMENT,
    ADJOINT,
    TANGENT,
    RESULT,
    RESULT_ADJOINT
  }

  /** All rules. */
  public List<Rule> rules() {
    return Stream.of(
            partials.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue),
            pullback.stream(),
            tangent.stream())
        .flatMap(s -> s)
        .toList();
  }

  /** The same rules with other methods. */
  public Derivation withMethods(UnaryOperator<Callee> change) {
    UnaryOperator<Rule> changed = r -> new Rule(change.apply(r.method()), r.operands());
    Map<Integer, Rule> all = new TreeMap<>();
    partials.forEach((i, r) -> all.put(i, changed.apply(r)));
    return new Derivation(all, pullback.map(changed), tangent.map(changed), refused, writes);
  }

  /** True where the pullback, or in its place the partials, can serve reverse mode. */
  public boolean servesReverse() {
    return pullback.isPresent() || !partials.isEmpty();
  }

  /** True where the partials are all there is: the call is like one of the calculus. */
  public boolean isFormula() {
    return pullback.isEmpty() && tangent.isEmpty();
  }

  /** True where a rule takes the result of the call. */
  public boolean readsResult() {
    return rules().stream().anyMatch(Rule::readsResult);
  }
}
