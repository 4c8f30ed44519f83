package io.github.cotangent.processor.rules;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Expr.Binary.Op;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a formula into an expression: a recursive descent over Java's grammar, as much
 * of it as the {@link RuleTable} needs. Names are replaced by the operands, {@code Math} by the
 * class that the primal called, and everything is typed on the way.
 *
 * <p>A formula means the same whatever the static types of the operands: where Java would compute
 * an operation in a narrower type than the primitive's ({@code 1 / n} of an int), an operand is
 * widened.
 */
final class Formula {

  private static final Pattern TOKEN =
      Pattern.compile("\\s*([A-Za-z][\\w.]*|[0-9][0-9.]*|&&|[=<>!]=|[-+*/%<>?:(),])");
  private static final Set<String> HAVE_FLOAT_OVERLOAD =
      Set.of("signum", "copySign", "scalb", "max", "min", "clamp", "clampMin", "clampMax");
  private static final Type.ClassType SUBGRADIENTS =
      new Type.ClassType("io.github.cotangent.runtime", List.of("Subgradients"), List.of(), true);

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Expr> names;
  private final Type.ClassType math;
  private final Operations operations;
  private int at;

  private Formula(String text, Map<String, Expr> names, Type type, Type.ClassType math) {
    this.text = text;
    this.names = names;
    this.math = math;
    this.operations = new Operations(type);
    Matcher m = TOKEN.matcher(text);
    int end = 0;
    while (m.find() && m.start() == end) {
      tokens.add(m.group(1));
      end = m.end();
    }
    if (end != text.length()) {
      throw malformed();
    }
  }

  /**
   * Reads a formula.
   *
   * @param names what each name stands for
   * @param type the type of the primitive, {@code double} or {@code float}
   * @param math the class whose methods {@code Math} names
   * @throws IllegalArgumentException if the text is not a formula
   */
  static Expr read(String text, Map<String, Expr> names, Type type, Type.ClassType math) {
    Formula f = new Formula(text, names, type, math);
    Expr e = f.conditional();
    if (f.at != f.tokens.size()) {
      throw f.malformed();
    }
    return e;
  }

  private IllegalArgumentException malformed() {
    return new IllegalArgumentException("Not a formula: " + text);
  }

  private Expr conditional() {
    Expr test = conjunction();
    if (!accept("?")) {
      return test;
    }
    Expr ifTrue = conditional();
    expect(":");
    return operations.choose(test, ifTrue, conditional());
  }

  private Expr conjunction() {
    Expr left = comparison();
    while (accept("&&")) {
      left = operations.and(left, comparison());
    }
    return left;
  }

  private Expr comparison() {
    Expr left = sum();
    for (Op op : List.of(Op.EQ, Op.NE, Op.LE, Op.GE, Op.LT, Op.GT)) {
      if (accept(op.symbol())) {
        return operations.compare(op, left, sum());
      }
    }
    return left;
  }

  private Expr sum() {
    Expr left = product();
    while (true) {
      if (accept("+")) {
        left = operations.arithmetic(Op.ADD, left, product());
      } else if (accept("-")) {
        left = operations.arithmetic(Op.SUB, left, product());
      } else {
        return left;
      }
    }
  }

  private Expr product() {
    Expr left = factor();
    while (true) {
      if (accept("*")) {
        left = operations.arithmetic(Op.MUL, left, factor());
      } else if (accept("/")) {
        left = operations.arithmetic(Op.DIV, left, factor());
      } else {
        return left;
      }
    }
  }

  private Expr factor() {
    if (accept("-")) {
      return operations.minus(factor());
    }
    if (accept("(")) {
      Expr e = conditional();
      expect(")");
      return e;
    }
    String token = next();
    if (Character.isDigit(token.charAt(0))) {
      return operations.literal(token);
    }
    if (accept("(")) {
      return call(token, arguments());
    }
    if (!names.containsKey(token)) {
      throw malformed();
    }
    return names.get(token);
  }

  private List<Expr> arguments() {
    List<Expr> arguments = new ArrayList<>();
    do {
      arguments.add(conditional());
    } while (accept(","));
    expect(")");
    return arguments;
  }

  private Expr call(String function, List<Expr> arguments) {
    int dot = function.indexOf('.');
    String name = function.substring(dot + 1);
    boolean isMath = function.startsWith("Math.");
    if (isMath && name.equals("pow")) {
      Expr folded = Operations.power(arguments.get(0), arguments.get(1));
      if (folded != null) {
        return folded;
      }
    }
    // As javac chooses: an overload for float applies where no argument is a double.
    boolean narrow =
        HAVE_FLOAT_OVERLOAD.contains(name)
            && arguments.stream().noneMatch(a -> a.type().equals(Type.DOUBLE));
    Type type = narrow ? Type.FLOAT : Type.DOUBLE;
    List<Type> parameters = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      parameters.add(name.equals("scalb") && i == 1 ? Type.INT : type);
    }
    Callee callee =
        isMath
            ? new Callee(Callee.Kind.MATH, math, name, parameters, type, true)
            : new Callee(Callee.Kind.GENERATED, SUBGRADIENTS, name, parameters, type, true);
    return new Expr.Call(callee, null, arguments, Origin.NONE);
  }

  private String next() {
    if (at == tokens.size()) {
      throw malformed();
    }
    return tokens.get(at++);
  }

  private boolean accept(String token) {
    boolean found = at < tokens.size() && tokens.get(at).equals(token);
    if (found) {
      at++;
    }
    return found;
  }

  private void expect(String token) {
    if (!accept(token)) {
      throw malformed();
    }
  }
}
