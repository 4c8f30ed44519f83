package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Prints the statements of one body. */
final class Statements implements Stmt.Visitor<Void> {

  private static final int INDENT = 2;

  /** Marks a comment that belongs at the end of the line before it. */
  private static final String TRAILING = "^";

  private final CodeBlock.Builder out = CodeBlock.builder();
  private final Scope scope;
  private int level;
  private String trailing = "";

  private Statements(Scope scope, int level) {
    this.scope = scope;
    this.level = level;
  }

  /**
   * The statements of a body as code.
   *
   * @param level how many braces are around them
   */
  static CodeBlock body(Stmt.Block body, Scope scope, int level) {
    Statements printer = new Statements(scope, level);
    printer.list(body.statements());
    return printer.out.build();
  }

  /** Statements in order; empty lines only between others, and never two. */
  private void list(List<Stmt> statements) {
    boolean emptyLine = false;
    boolean first = true;
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      if (s instanceof Stmt.Comment c && c.text().isBlank()) {
        emptyLine = !first;
        continue;
      }
      if (emptyLine) {
        out.add("\n");
      }
      emptyLine = false;
      first = false;
      if (i + 1 < statements.size() && trails(s, statements.get(i + 1))) {
        trailing = text((Stmt.Comment) statements.get(++i));
      }
      s.accept(this);
    }
  }

  private static boolean trails(Stmt s, Stmt next) {
    boolean isOneLine =
        s instanceof Stmt.Local
            || s instanceof Stmt.Assign
            || s instanceof Stmt.Evaluate
            || s instanceof Stmt.Return
            || s instanceof Stmt.Break
            || s instanceof Stmt.Continue
            || s instanceof Stmt.Throw
            || s instanceof Stmt.Assert;
    return isOneLine && next instanceof Stmt.Comment c && c.text().startsWith(TRAILING);
  }

  private static String text(Stmt.Comment c) {
    String text = c.text();
    return Plain.comment(text.startsWith(TRAILING) ? text.substring(TRAILING.length()) : text);
  }

  /** A whole line, with the trailing comment that waits for it. */
  private void line(Line line) {
    String comment = trailing;
    trailing = "";
    int columns = INDENT * level;
    boolean fits = columns + line.length() + comment.length() + 4 <= Line.WIDTH;
    if (!comment.isEmpty() && !fits) {
      comment(comment);
    }
    out.add(line.build(columns));
    if (!comment.isEmpty() && fits) {
      out.add("$L", " // " + comment);
    }
    out.add("\n");
  }

  private void comment(String text) {
    for (String part : Plain.wrap(text, Line.WIDTH - INDENT * level - 3, "    ")) {
      out.add("$L\n", "// " + part);
    }
  }

  private void expr(Line line, Expr e, int depth) {
    new Expressions(line, scope, depth).print(e);
  }

  /** The header of something with a body, with an open brace at its end. */
  private void header(Line line, Stmt.Block body) {
    braces(line, body);
    out.add("\n");
  }

  /** Header and body up to the closing brace, without a line end. */
  private void braces(Line header, Stmt.Block body) {
    boolean isEmpty = body.statements().stream().allMatch(Statements::isEmptyLine);
    header.text(isEmpty ? "{}" : "{");
    out.add(header.build(INDENT * level));
    if (!isEmpty) {
      out.add("\n").indent();
      level++;
      list(body.statements());
      level--;
      out.unindent().add("}");
    }
  }

  private static boolean isEmptyLine(Stmt s) {
    return s instanceof Stmt.Comment c && c.text().isBlank();
  }

  @Override
  public Void visit(Stmt.Local s) {
    Line line = new Line();
    declaration(s, line, true);
    line(line.text(";"));
    return null;
  }

  private void declaration(Stmt.Local s, Line line, boolean withType) {
    boolean isDenotable = TypeNames.isDenotable(s.var().type());
    if (withType && isDenotable) {
      line.type(TypeNames.of(s.var().type())).text(" ");
    } else if (withType) {
      line.text("var ");
    }
    line.text(s.var().name());
    s.init()
        .ifPresent(
            value -> {
              line.text(" =").space(0);
              if (isDenotable
                  && value instanceof Expr.ArrayLiteral a
                  && a.type().equals(s.var().type())) {
                new Expressions(line, scope, 1).elements(a);
              } else {
                expr(line, value, 1);
              }
            });
  }

  @Override
  public Void visit(Stmt.Assign s) {
    Line line = new Line();
    Assignments.print(s, line, scope, 0);
    line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Evaluate s) {
    Line line = new Line();
    expr(line, s.expr(), 0);
    line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.If s) {
    Line header = new Line();
    Stmt.If branch = s;
    while (true) {
      header.text("if (");
      expr(header, branch.test(), 0);
      braces(header.text(") "), branch.then());
      List<Stmt> otherwise = branch.otherwise().statements();
      if (otherwise.stream().allMatch(Statements::isEmptyLine)) {
        break;
      }
      header = new Line().text(" else ");
      if (otherwise.size() == 1 && otherwise.get(0) instanceof Stmt.If next) {
        branch = next;
      } else {
        braces(header, branch.otherwise());
        break;
      }
    }
    out.add("\n");
    return null;
  }

  @Override
  public Void visit(Stmt.For s) {
    if (!isOneDeclaration(s.init())) {
      Line open = new Line();
      header(open, Stmt.Block.of(hoisted(s, s)));
      return null;
    }
    Line header = new Line().text("for (");
    for (int i = 0; i < s.init().size(); i++) {
      separate(header, i);
      simple(s.init().get(i), header, i == 0);
    }
    header.text(";");
    if (!isTrue(s.test())) {
      header.space(0);
      expr(header, s.test(), 1);
    }
    header.text(";");
    for (int i = 0; i < s.update().size(); i++) {
      if (i == 0) {
        header.space(0);
      }
      separate(header, i);
      simple(s.update().get(i), header, false);
    }
    header(header.text(") "), s.body());
    return null;
  }

  private static void separate(Line line, int i) {
    if (i > 0) {
      line.text(",").space(1);
    }
  }

  /** An initializer or update of a {@code for}. */
  private void simple(Stmt s, Line line, boolean withType) {
    if (s instanceof Stmt.Local l) {
      declaration(l, line, withType);
    } else if (s instanceof Stmt.Assign a) {
      Assignments.print(a, line, scope, 1);
    } else if (s instanceof Stmt.Evaluate e) {
      expr(line, e.expr(), 1);
    } else {
      throw new IllegalArgumentException("not allowed in the header of a loop: " + s);
    }
  }

  /** True if Java can write these between the parentheses of a {@code for}. */
  private static boolean isOneDeclaration(List<Stmt> init) {
    if (init.size() < 2 || init.stream().noneMatch(s -> s instanceof Stmt.Local)) {
      return true;
    }
    return init.get(0) instanceof Stmt.Local first
        && TypeNames.isDenotable(first.var().type())
        && init.stream()
            .allMatch(s -> s instanceof Stmt.Local l && l.var().type().equals(first.var().type()));
  }

  /** A loop with its initializers in front of it; the label, if any, stays at the loop. */
  private static List<Stmt> hoisted(Stmt.For loop, Stmt whole) {
    Stmt.For bare =
        new Stmt.For(List.of(), loop.test(), loop.update(), loop.body(), loop.origin());
    List<Stmt> all = new ArrayList<>(loop.init());
    all.add(whole instanceof Stmt.Labeled l ? new Stmt.Labeled(l.label(), bare, l.origin()) : bare);
    return all;
  }

  private static boolean isTrue(Expr e) {
    return e instanceof Expr.Literal l && l.text().equals("true");
  }

  @Override
  public Void visit(Stmt.While s) {
    Line header = new Line().text("while (");
    expr(header, s.test(), 0);
    header(header.text(") "), s.body());
    return null;
  }

  @Override
  public Void visit(Stmt.DoWhile s) {
    braces(new Line().text("do "), s.body());
    Line end = new Line().text(" while (");
    expr(end, s.test(), 0);
    out.add(end.text(");").build(INDENT * level + 1));
    out.add("\n");
    return null;
  }

  @Override
  public Void visit(Stmt.Switch s) {
    Line header = new Line().text("switch (");
    expr(header, s.selector(), 0);
    header.text(s.arms().isEmpty() ? ") {}" : ") {");
    out.add(header.build(INDENT * level));
    if (!s.arms().isEmpty()) {
      out.add("\n").indent();
      level++;
      s.arms().forEach(this::arm);
      level--;
      out.unindent().add("}");
    }
    out.add("\n");
    return null;
  }

  private void arm(Stmt.Arm arm) {
    Line line = new Line();
    if (arm.isDefault()) {
      line.text("default -> ");
    } else {
      line.text("case ");
      for (int i = 0; i < arm.labels().size(); i++) {
        separate(line, i);
        line.text(Plain.code(arm.labels().get(i)));
      }
      line.text(" -> ");
    }
    List<Stmt> body = arm.body().statements();
    Consumer<Line> single = body.size() == 1 ? single(body.get(0)) : null;
    if (single == null) {
      header(line, arm.body());
    } else {
      single.accept(line);
      line(line.text(";"));
    }
  }

  /** Prints a statement that needs no braces in an arm; null if it needs them. */
  private Consumer<Line> single(Stmt s) {
    if (s instanceof Stmt.Assign a) {
      return line -> Assignments.print(a, line, scope, 0);
    }
    if (s instanceof Stmt.Evaluate e) {
      return line -> expr(line, e.expr(), 0);
    }
    if (s instanceof Stmt.Throw t) {
      return line -> expr(line.text("throw "), t.exception(), 0);
    }
    return null;
  }

  @Override
  public Void visit(Stmt.Block s) {
    header(new Line(), s);
    return null;
  }

  @Override
  public Void visit(Stmt.Labeled s) {
    if (s.body() instanceof Stmt.For loop && !isOneDeclaration(loop.init())) {
      header(new Line(), Stmt.Block.of(hoisted(loop, s)));
      return null;
    }
    out.add("$L\n", s.label() + ":");
    s.body().accept(this);
    return null;
  }

  @Override
  public Void visit(Stmt.Break s) {
    line(new Line().text("break" + s.label().map(l -> " " + l).orElse("") + ";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Continue s) {
    line(new Line().text("continue" + s.label().map(l -> " " + l).orElse("") + ";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Return s) {
    Line line = new Line().text("return");
    s.value().ifPresent(value -> expr(line.text(" "), value, 0));
    line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Throw s) {
    Line line = new Line().text("throw ");
    expr(line, s.exception(), 0);
    line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Assert s) {
    Line line = new Line().text("assert ");
    expr(line, s.test(), 1);
    s.message().ifPresent(m -> expr(line.space(0).text(": "), m, 1));
    line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    out.add(new Line().code(s.code()).build());
    out.add("\n");
    return null;
  }

  @Override
  public Void visit(Stmt.Comment s) {
    comment(text(s));
    return null;
  }

  @Override
  public Void visit(Stmt.ForEach s) {
    throw surface(s);
  }

  @Override
  public Void visit(Stmt.OldSwitch s) {
    throw surface(s);
  }

  @Override
  public Void visit(Stmt.Yield s) {
    throw surface(s);
  }

  private static IllegalArgumentException surface(Stmt s) {
    return new IllegalArgumentException("must be normalized before it is printed: " + s);
  }
}
