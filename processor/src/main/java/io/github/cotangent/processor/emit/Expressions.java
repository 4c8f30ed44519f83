package io.github.cotangent.processor.emit;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Prints expressions with the parentheses that precedence asks for and no others.
 *
 * <p>The grouping of the tree is kept as it is: neither floating-point sums and products nor string
 * concatenations are associative, so a right operand of the same precedence always stands in
 * parentheses.
 */
final class Expressions implements Expr.Visitor<Void> {

  private final Line out;
  private final Scope scope;
  private int depth;

  /** Prints at the end of a line; its own breaks are at least so deep. */
  Expressions(Line out, Scope scope, int depth) {
    this.out = out;
    this.scope = scope;
    this.depth = depth;
  }

  /** Prints an expression where no operator stands beside it. */
  void print(Expr e) {
    print(e, Precedence.LOWEST);
  }

  /** Prints an expression, in parentheses if it binds less tightly than this. */
  void print(Expr e, int atLeast) {
    if (Precedence.of(e) >= atLeast) {
      e.accept(this);
      return;
    }
    out.text("(");
    depth++;
    e.accept(this);
    depth--;
    out.text(")");
  }

  @Override
  public Void visit(Expr.Literal e) {
    boolean isConstant = e.text().startsWith("Double.") || e.text().startsWith("Float.");
    if (isConstant) {
      int dot = e.text().indexOf('.');
      out.qualifier(boxed(e.text().substring(0, dot)), scope);
      out.text(e.text().substring(dot));
    } else {
      out.text(Plain.code(e.text()));
    }
    return null;
  }

  private static Type.ClassType boxed(String name) {
    return new Type.ClassType("java.lang", List.of(name), List.of(), true);
  }

  @Override
  public Void visit(Expr.Read e) {
    out.text(e.var().name());
    return null;
  }

  @Override
  public Void visit(Expr.Unary e) {
    out.text(e.op().symbol());
    boolean isSign = e.op() == Expr.Unary.Op.MINUS || e.op() == Expr.Unary.Op.PLUS;
    print(
        e.operand(), isSign && beginsWithSign(e.operand()) ? Precedence.PRIMARY : Precedence.UNARY);
    return null;
  }

  /** True for {@code -x}, {@code +x}, {@code -1}: behind another sign it would be {@code --}. */
  private static boolean beginsWithSign(Expr e) {
    if (e instanceof Expr.Cast c && Precedence.isRedundant(c)) {
      return beginsWithSign(c.operand());
    }
    return e instanceof Expr.Unary u
            && (u.op() == Expr.Unary.Op.MINUS || u.op() == Expr.Unary.Op.PLUS)
        || e instanceof Expr.Literal l && l.text().startsWith("-")
        || e instanceof Expr.Stepping;
  }

  /** A chain of the same precedence is one loop, not one recursion: sums can be very long. */
  @Override
  public Void visit(Expr.Binary e) {
    int precedence = e.op().precedence();
    Deque<Expr.Binary> chain = new ArrayDeque<>();
    Expr left = e;
    while (left instanceof Expr.Binary b && b.op().precedence() == precedence) {
      chain.push(b);
      left = b.left();
    }
    int outer = depth;
    depth++;
    print(left, precedence);
    for (Expr.Binary b : chain) {
      out.space(outer).text(b.op().symbol() + " ");
      print(b.right(), precedence + 1);
    }
    depth = outer;
    return null;
  }

  @Override
  public Void visit(Expr.Cast e) {
    if (Precedence.isRedundant(e)) {
      return e.operand().accept(this);
    }
    out.text("(").type(TypeNames.of(e.type())).text(") ");
    // "(Name) -x" would be a subtraction.
    boolean isSubtraction = e.type().isReference() && beginsWithSign(e.operand());
    print(e.operand(), isSubtraction ? Precedence.PRIMARY : Precedence.UNARY);
    return null;
  }

  @Override
  public Void visit(Expr.Conditional e) {
    int outer = depth;
    depth++;
    print(e.test(), Precedence.CONDITIONAL + 1);
    out.space(outer).text("? ");
    print(e.ifTrue(), Precedence.CONDITIONAL + 1);
    out.space(outer).text(": ");
    print(e.ifFalse(), Precedence.CONDITIONAL);
    depth = outer;
    return null;
  }

  @Override
  public Void visit(Expr.Element e) {
    print(e.array(), Precedence.PRIMARY);
    out.text("[");
    inBrackets(e.index());
    out.text("]");
    return null;
  }

  private void inBrackets(Expr e) {
    depth++;
    print(e);
    depth--;
  }

  @Override
  public Void visit(Expr.Length e) {
    print(e.array(), Precedence.PRIMARY);
    out.text(".length");
    return null;
  }

  @Override
  public Void visit(Expr.Field e) {
    if (e.receiver() == null) {
      out.qualifier(e.owner(), scope);
    } else {
      print(e.receiver(), Precedence.PRIMARY);
    }
    out.text("." + e.name());
    return null;
  }

  @Override
  public Void visit(Expr.Component e) {
    print(e.record(), Precedence.PRIMARY);
    out.text("." + e.name() + "()");
    return null;
  }

  @Override
  public Void visit(Expr.Call e) {
    List<Expr> arguments = e.arguments();
    if (e.receiver() != null) {
      print(e.receiver(), Precedence.PRIMARY);
      out.text(".");
    } else if (!e.callee().isStatic() && !arguments.isEmpty()) {
      // A record's method has its receiver as the first argument.
      print(arguments.get(0), Precedence.PRIMARY);
      out.text(".");
      arguments = arguments.subList(1, arguments.size());
    } else if (!scope.reaches(e.callee().owner(), e.callee().name())) {
      out.qualifier(e.callee().owner(), scope).text(".");
    }
    out.text(e.callee().name() + "(");
    commaSeparated(arguments);
    out.text(")");
    return null;
  }

  private void commaSeparated(List<Expr> es) {
    depth++;
    int outer = depth;
    depth++;
    for (int i = 0; i < es.size(); i++) {
      if (i > 0) {
        out.text(",").space(outer);
      }
      print(es.get(i));
    }
    depth -= 2;
  }

  @Override
  public Void visit(Expr.NewRecord e) {
    out.text("new ").type(TypeNames.of(e.type())).text("(");
    commaSeparated(e.arguments());
    out.text(")");
    return null;
  }

  @Override
  public Void visit(Expr.NewArray e) {
    out.text("new ").type(TypeNames.leafOf(e.type()));
    for (Expr size : e.sizes()) {
      out.text("[");
      inBrackets(size);
      out.text("]");
    }
    out.text("[]".repeat(e.type().rank() - e.sizes().size()));
    return null;
  }

  @Override
  public Void visit(Expr.ArrayLiteral e) {
    out.text("new ").type(TypeNames.leafOf(e.type()));
    out.text("[]".repeat(e.type().rank()) + " ");
    elements(e);
    return null;
  }

  /** {@code {a, b}}: alone it may stand where the type is known. */
  void elements(Expr.ArrayLiteral e) {
    Type element = e.type().element();
    out.text("{");
    depth++;
    int outer = depth;
    depth++;
    for (int i = 0; i < e.elements().size(); i++) {
      if (i > 0) {
        out.text(",").space(outer);
      }
      if (e.elements().get(i) instanceof Expr.ArrayLiteral row && row.type().equals(element)) {
        elements(row);
      } else {
        print(e.elements().get(i));
      }
    }
    depth -= 2;
    out.text("}");
  }

  @Override
  public Void visit(Expr.Opaque e) {
    out.code(e.code(), scope, depth);
    return null;
  }

  @Override
  public Void visit(Expr.Assigning e) {
    print(e.target().read(), Precedence.PRIMARY);
    out.text(e.op() == null ? " = " : " " + e.op().symbol() + "= ");
    print(e.value(), Precedence.ASSIGNMENT);
    return null;
  }

  @Override
  public Void visit(Expr.Stepping e) {
    String step = e.increment() ? "++" : "--";
    out.text(e.prefix() ? step : "");
    print(e.target().read(), Precedence.PRIMARY);
    out.text(e.prefix() ? "" : step);
    return null;
  }

  @Override
  public Void visit(Expr.Choosing e) {
    throw new IllegalArgumentException("a switch expression must be normalized before: " + e);
  }
}
