package io.github.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Shows the intermediate representation as text that reads like Java, one statement per line: for
 * dumps, for the messages of the {@link Verifier}, and for tests. Types are shown without packages,
 * and where Java would print them: at declarations, casts and {@code new}.
 */
public final class Printer implements Stmt.Visitor<String> {

  private final ExprPrinter exprs = new ExprPrinter(arms -> indent(arms(arms, " -> ")));

  private Printer() {}

  /** The function, header and body. */
  public static String print(Function f) {
    String parameters =
        f.parameters().stream()
            .map(p -> (f.constants().contains(p) ? "@NonDifferentiable " : "") + declared(p))
            .collect(Collectors.joining(", "));
    return ExprPrinter.type(f.result())
        + " "
        + f.name()
        + "("
        + parameters
        + ") "
        + new Printer().braces(f.body())
        + "\n";
  }

  /** The statements, each line ended. */
  public static String print(List<? extends Stmt> statements) {
    return new Printer().lines(statements);
  }

  /** One statement, without a last line end. */
  public static String print(Stmt s) {
    return s.accept(new Printer());
  }

  /** One statement as an {@code adjoint of:} comment names it: without a type, and unended. */
  public static String title(Stmt s) {
    String text = unended(print(s));
    return s instanceof Stmt.Local l
        ? text.substring(ExprPrinter.type(l.var().type()).length() + 1)
        : text;
  }

  /** One expression. */
  public static String print(Expr e) {
    return new Printer().exprs.print(e);
  }

  /** The type, without packages. */
  public static String print(Type t) {
    return ExprPrinter.type(t);
  }

  private static String declared(Var v) {
    return ExprPrinter.type(v.type()) + " " + v.name();
  }

  private static String indent(String text) {
    return text.lines()
        .map(l -> l.isEmpty() ? "\n" : "  " + l + "\n")
        .collect(Collectors.joining());
  }

  private String lines(List<? extends Stmt> statements) {
    return statements.stream().map(s -> s.accept(this) + "\n").collect(Collectors.joining());
  }

  private String braces(Stmt.Block b) {
    return b.isEmpty() ? "{}" : "{\n" + indent(lines(b.statements())) + "}";
  }

  private String arms(List<Stmt.Arm> arms, String arrow) {
    StringBuilder text = new StringBuilder();
    for (Stmt.Arm arm : arms) {
      List<String> heads = new ArrayList<>();
      if (!arm.labels().isEmpty()) {
        heads.add("case " + String.join(", ", arm.labels()));
      }
      if (arm.isDefault()) {
        heads.add("default");
      }
      text.append(String.join(", ", heads)).append(arrow);
      text.append(braces(arm.body())).append('\n');
    }
    return text.toString();
  }

  private String jump(String keyword, Optional<String> label) {
    return keyword + label.map(l -> " " + l).orElse("") + ";";
  }

  private static String unended(String text) {
    return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
  }

  /** The statements of a loop's header: without semicolons. */
  private String header(List<Stmt> statements) {
    List<String> texts = new ArrayList<>();
    for (Stmt s : statements) {
      String text = unended(s.accept(this));
      // `int i = 0, n = 3`: the type is written once.
      boolean next = !texts.isEmpty() && s instanceof Stmt.Local;
      String type = next ? ExprPrinter.type(((Stmt.Local) s).var().type()) + " " : "";
      texts.add(text.substring(type.length()));
    }
    return String.join(", ", texts);
  }

  @Override
  public String visit(Stmt.Local s) {
    String init = s.init().map(e -> " = " + exprs.print(e)).orElse("");
    return declared(s.var()) + init + ";";
  }

  @Override
  public String visit(Stmt.Assign s) {
    String target = exprs.place(s.target());
    if (s.compound() && s.value() instanceof Expr.Binary b) {
      return target + " " + b.op().symbol() + "= " + exprs.print(b.right()) + ";";
    }
    return target + " = " + exprs.print(s.value()) + ";";
  }

  @Override
  public String visit(Stmt.Evaluate s) {
    return exprs.print(s.expr()) + ";";
  }

  @Override
  public String visit(Stmt.If s) {
    String text = "if (" + exprs.print(s.test()) + ") " + braces(s.then());
    if (s.otherwise().isEmpty()) {
      return text;
    }
    List<Stmt> rest = s.otherwise().statements();
    boolean chain = rest.size() == 1 && rest.get(0) instanceof Stmt.If;
    return text + " else " + (chain ? rest.get(0).accept(this) : braces(s.otherwise()));
  }

  @Override
  public String visit(Stmt.For s) {
    String update = header(s.update());
    return "for ("
        + header(s.init())
        + "; "
        + exprs.print(s.test())
        + ";"
        + (update.isEmpty() ? "" : " " + update)
        + ") "
        + braces(s.body());
  }

  @Override
  public String visit(Stmt.While s) {
    return "while (" + exprs.print(s.test()) + ") " + braces(s.body());
  }

  @Override
  public String visit(Stmt.DoWhile s) {
    return "do " + braces(s.body()) + " while (" + exprs.print(s.test()) + ");";
  }

  @Override
  public String visit(Stmt.Switch s) {
    return "switch (" + exprs.print(s.selector()) + ") {\n" + indent(arms(s.arms(), " -> ")) + "}";
  }

  @Override
  public String visit(Stmt.Block s) {
    return braces(s);
  }

  @Override
  public String visit(Stmt.Labeled s) {
    return s.label() + ": " + s.body().accept(this);
  }

  @Override
  public String visit(Stmt.Break s) {
    return jump("break", s.label());
  }

  @Override
  public String visit(Stmt.Continue s) {
    return jump("continue", s.label());
  }

  @Override
  public String visit(Stmt.Return s) {
    return "return" + s.value().map(e -> " " + exprs.print(e)).orElse("") + ";";
  }

  @Override
  public String visit(Stmt.Throw s) {
    return "throw " + exprs.print(s.exception()) + ";";
  }

  @Override
  public String visit(Stmt.Assert s) {
    return "assert "
        + exprs.print(s.test())
        + s.message().map(m -> " : " + exprs.print(m)).orElse("")
        + ";";
  }

  @Override
  public String visit(Stmt.Verbatim s) {
    return s.code().toString();
  }

  @Override
  public String visit(Stmt.Surgery s) {
    String name = s.isReplacing() ? "insertGradientOf" : "inspectGradientOf";
    return name + "(" + s.target().var() + ", " + s.parameter() + " -> " + s.code() + ");";
  }

  @Override
  public String visit(Stmt.Checkpoint s) {
    return "checkpoint(" + s.snapshots().map(exprs::print).orElse("") + ");";
  }

  @Override
  public String visit(Stmt.Comment s) {
    return s.text().isEmpty() ? "" : "// " + s.text();
  }

  @Override
  public String visit(Stmt.ForEach s) {
    return "for ("
        + declared(s.var())
        + " : "
        + exprs.print(s.iterable())
        + ") "
        + braces(s.body());
  }

  @Override
  public String visit(Stmt.OldSwitch s) {
    return "switch (" + exprs.print(s.selector()) + ") {\n" + indent(arms(s.groups(), ": ")) + "}";
  }

  @Override
  public String visit(Stmt.Yield s) {
    return "yield " + exprs.print(s.value()) + ";";
  }
}
