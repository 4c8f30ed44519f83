package io.github.cotangent.processor.ir;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Expressions as text; {@link Printer} does the statements, and the arms of a switch. */
final class ExprPrinter implements Expr.Visitor<String> {

  private static final int ASSIGNMENT = 1;
  private static final int CONDITIONAL = 2;
  private static final int UNARY = 13;
  private static final int PRIMARY = 15;

  private final Function<List<Stmt.Arm>, String> arms;

  ExprPrinter(Function<List<Stmt.Arm>, String> arms) {
    this.arms = arms;
  }

  String print(Expr e) {
    return e.accept(this);
  }

  /** The type as a reader names it, without packages. */
  static String type(Type t) {
    if (t instanceof Type.Array a) {
      return type(a.element()) + "[]";
    }
    if (t instanceof Type.Record r) {
      return type(r.name());
    }
    if (t instanceof Type.ClassType c) {
      String name = String.join(".", c.simpleNames());
      return c.arguments().isEmpty()
          ? name
          : c.arguments().stream()
              .map(ExprPrinter::type)
              .collect(Collectors.joining(", ", name + "<", ">"));
    }
    return t.toString();
  }

  private static int precedence(Expr e) {
    if (e instanceof Expr.Binary b) {
      return b.op().precedence();
    }
    if (e instanceof Expr.Conditional) {
      return CONDITIONAL;
    }
    if (e instanceof Expr.Assigning) {
      return ASSIGNMENT;
    }
    if (e instanceof Expr.Unary || e instanceof Expr.Cast || e instanceof Expr.Stepping) {
      return UNARY;
    }
    boolean signed = e instanceof Expr.Literal l && l.text().startsWith("-");
    boolean closed = !signed && !(e instanceof Expr.Opaque) && !(e instanceof Expr.Choosing);
    return closed ? PRIMARY : UNARY;
  }

  /** The text of an operand, in parentheses where it binds less tightly than its place needs. */
  private String operand(Expr e, int atLeast) {
    String text = print(e);
    return precedence(e) < atLeast ? "(" + text + ")" : text;
  }

  private String list(List<Expr> es) {
    return es.stream().map(this::print).collect(Collectors.joining(", "));
  }

  @Override
  public String visit(Expr.Literal e) {
    return e.text();
  }

  @Override
  public String visit(Expr.Read e) {
    return e.var().name();
  }

  @Override
  public String visit(Expr.Unary e) {
    boolean prefixed = e.operand() instanceof Expr.Unary || e.operand() instanceof Expr.Stepping;
    return e.op().symbol() + operand(e.operand(), prefixed ? PRIMARY : UNARY);
  }

  @Override
  public String visit(Expr.Binary e) {
    int own = e.op().precedence();
    return operand(e.left(), own) + " " + e.op().symbol() + " " + operand(e.right(), own + 1);
  }

  @Override
  public String visit(Expr.Cast e) {
    boolean prefixed = e.operand() instanceof Expr.Unary;
    return "(" + type(e.type()) + ") " + operand(e.operand(), prefixed ? PRIMARY : UNARY);
  }

  @Override
  public String visit(Expr.Conditional e) {
    return operand(e.test(), CONDITIONAL + 1)
        + " ? "
        + operand(e.ifTrue(), CONDITIONAL)
        + " : "
        + operand(e.ifFalse(), CONDITIONAL);
  }

  @Override
  public String visit(Expr.Element e) {
    return operand(e.array(), PRIMARY) + "[" + print(e.index()) + "]";
  }

  @Override
  public String visit(Expr.Length e) {
    return operand(e.array(), PRIMARY) + ".length";
  }

  @Override
  public String visit(Expr.Field e) {
    String base = e.receiver() == null ? type(e.owner()) : operand(e.receiver(), PRIMARY);
    return base + "." + e.name();
  }

  @Override
  public String visit(Expr.Component e) {
    return operand(e.record(), PRIMARY) + "." + e.name() + "()";
  }

  @Override
  public String visit(Expr.Call e) {
    String base = "";
    if (e.callee().kind() == Callee.Kind.RULED && e.callee().takesSelf()) {
      String rest = list(e.arguments().subList(1, e.arguments().size()));
      return operand(e.arguments().get(0), PRIMARY) + "." + e.callee().name() + "(" + rest + ")";
    }
    if (e.receiver() != null) {
      base = operand(e.receiver(), PRIMARY) + ".";
    } else if (e.callee().kind() != Callee.Kind.LOCAL) {
      base = type(e.callee().owner()) + ".";
    }
    return base + e.callee().name() + "(" + list(e.arguments()) + ")";
  }

  @Override
  public String visit(Expr.NewRecord e) {
    return "new " + type(e.type()) + "(" + list(e.arguments()) + ")";
  }

  @Override
  public String visit(Expr.NewArray e) {
    StringBuilder text = new StringBuilder("new " + type(e.type().leaf()));
    for (Expr size : e.sizes()) {
      text.append('[').append(print(size)).append(']');
    }
    return text + "[]".repeat(e.type().rank() - e.sizes().size());
  }

  @Override
  public String visit(Expr.ArrayLiteral e) {
    return "new " + type(e.type()) + " {" + list(e.elements()) + "}";
  }

  @Override
  public String visit(Expr.Opaque e) {
    return e.code().toString();
  }

  @Override
  public String visit(Expr.Assigning e) {
    String op = e.op() == null ? "=" : e.op().symbol() + "=";
    return place(e.target()) + " " + op + " " + print(e.value());
  }

  @Override
  public String visit(Expr.Stepping e) {
    String step = e.increment() ? "++" : "--";
    return e.prefix() ? step + place(e.target()) : place(e.target()) + step;
  }

  @Override
  public String visit(Expr.Choosing e) {
    return "switch (" + print(e.selector()) + ") {\n" + arms.apply(e.arms()) + "}";
  }

  String place(Place p) {
    return print(p.read());
  }
}
