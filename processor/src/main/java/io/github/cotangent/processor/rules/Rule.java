package io.github.cotangent.processor.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the {@link RuleTable}: a primitive and its partial derivatives.
 *
 * @param header the primitive as a formula, {@code y = Math.tanh(x)}
 * @param result the name of the result in the formulas
 * @param operands the names of the operands, in order
 * @param key what is applied: {@code tanh/1}, {@code * /2}
 * @param partials the formula per operand; an operand without one has the derivative zero
 * @param withoutResult formulas to use instead where the result has not been kept
 * @param note what the documentation says of special points, or of operands without a partial
 * @param isExpensive true where keeping the result beats computing it again
 * @param domains the box that the rule's test draws its operands from, one interval each; empty
 *     where there is nothing to test by differences
 */
record Rule(
    String header,
    String result,
    List<String> operands,
    String key,
    Map<String, String> partials,
    Map<String, String> withoutResult,
    String note,
    boolean isExpensive,
    List<Interval> domains) {

  private static final Pattern CALL = Pattern.compile("(\\w+) = Math\\.(\\w+)\\(([\\w, ]*)\\)");
  private static final Pattern BINARY = Pattern.compile("(\\w+) = (\\w+) ([-+*/%]) (\\w+)");
  private static final Pattern PREFIX = Pattern.compile("(\\w+) = ([-+]|\\(double\\) )(\\w+)");

  /** What the test may draw an operand from. */
  record Interval(double low, double high) {}

  /** Starts a line of the table. */
  static Rule rule(String header) {
    Matcher call = CALL.matcher(header);
    if (call.matches()) {
      String names = call.group(3);
      List<String> operands = names.isEmpty() ? List.of() : List.of(names.split(", "));
      return of(header, call.group(1), operands, call.group(2));
    }
    Matcher binary = BINARY.matcher(header);
    if (binary.matches()) {
      List<String> operands = List.of(binary.group(2), binary.group(4));
      return of(header, binary.group(1), operands, binary.group(3));
    }
    Matcher prefix = PREFIX.matcher(header);
    if (prefix.matches()) {
      return of(header, prefix.group(1), List.of(prefix.group(3)), prefix.group(2).strip());
    }
    throw new IllegalArgumentException("Not a rule: " + header);
  }

  private static Rule of(String header, String result, List<String> operands, String name) {
    String key = key(name, operands.size());
    return new Rule(header, result, operands, key, Map.of(), Map.of(), "", false, List.of());
  }

  /** The key under which an operator or method is found; overloads share a line. */
  static String key(String name, int arity) {
    return name + "/" + arity;
  }

  /** The name of the operator or method. */
  String name() {
    return key.substring(0, key.lastIndexOf('/'));
  }

  /** Adds a partial derivative. */
  Rule d(String operand, String formula) {
    if (!operands.contains(operand)) {
      throw new IllegalArgumentException(header + " has no operand " + operand);
    }
    Map<String, String> more = new LinkedHashMap<>(partials);
    more.put(operand, formula);
    return new Rule(header, result, operands, key, more, withoutResult, note, isExpensive, domains);
  }

  /** Adds a partial derivative in two forms: with the result at hand, and without it. */
  Rule d(String operand, String withResult, String without) {
    Rule r = d(operand, withResult);
    Map<String, String> more = new LinkedHashMap<>(withoutResult);
    more.put(operand, without);
    return new Rule(header, result, operands, key, r.partials, more, note, isExpensive, domains);
  }

  /** Says for the documentation what happens at points that are special, or why nothing does. */
  Rule note(String text) {
    return new Rule(
        header, result, operands, key, partials, withoutResult, text, isExpensive, domains);
  }

  /** Marks a primitive that costs more than a load and a store. */
  Rule expensive() {
    return new Rule(header, result, operands, key, partials, withoutResult, note, true, domains);
  }

  /** Lets the test draw the next operand, and all after it, from an interval. */
  Rule on(double low, double high) {
    List<Interval> more = new ArrayList<>(domains);
    more.add(new Interval(low, high));
    return new Rule(
        header, result, operands, key, partials, withoutResult, note, isExpensive, more);
  }

  /** The formula of an operand's partial, or empty where it is zero. */
  Optional<String> partial(int operand, boolean resultIsKept) {
    String name = operands.get(operand);
    String formula = partials.get(name);
    return Optional.ofNullable(resultIsKept ? formula : withoutResult.getOrDefault(name, formula));
  }

  @Override
  public String toString() {
    return header;
  }

  /** True where the partial can be written without the result. */
  boolean hasFormWithoutResult(int operand) {
    return withoutResult.containsKey(operands.get(operand));
  }
}
