package io.github.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import java.util.List;
import java.util.function.Consumer;

/** Prints the statements of one body. */
final class Statements implements Stmt.Visitor<Void> {

  /** Marks a comment that belongs at the end of the line before it. */
  private static final String TRAILING = "^";

  private final Page page;
  private final Scope scope;

  private Statements(Scope scope, Page page) {
    this.page = page;
    this.scope = scope;
  }

  /**
   * The statements of a body as code.
   *
   * @param level how many braces are around them
   * @param marks takes whole lines of text; null where all is to be in the code
   */
  static CodeBlock body(Stmt.Block body, Scope scope, int level, Marks marks) {
    Page page = new Page(level, marks);
    new Statements(scope, page).list(body.statements());
    return page.build();
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
        page.endLine();
      }
      emptyLine = false;
      first = false;
      if (i + 1 < statements.size() && trails(s, statements.get(i + 1))) {
        page.trailing(text((Stmt.Comment) statements.get(++i)));
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

  private void expr(Line line, Expr e, int depth) {
    new Expressions(line, scope, depth).print(e);
  }

  /** The header of something with a body, with an open brace at its end. */
  private void header(Line line, Stmt.Block body) {
    braces(line, body);
    page.endLine();
  }

  /** Header and body up to the closing brace, without a line end. */
  private void braces(Line header, Stmt.Block body) {
    boolean isEmpty = body.statements().stream().allMatch(Statements::isEmptyLine);
    header.text(isEmpty ? "{}" : "{");
    page.part(header);
    if (!isEmpty) {
      page.open();
      list(body.statements());
      page.close();
    }
  }

  private static boolean isEmptyLine(Stmt s) {
    return s instanceof Stmt.Comment c && c.text().isBlank();
  }

  @Override
  public Void visit(Stmt.Local s) {
    Line line = new Line();
    Assignments.declare(s, true, line, scope, 0);
    page.line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Assign s) {
    Line line = new Line();
    Assignments.print(s, line, scope, 0);
    page.line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Evaluate s) {
    Line line = new Line();
    expr(line, s.expr(), 0);
    page.line(line.text(";"));
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
    page.endLine();
    return null;
  }

  @Override
  public Void visit(Stmt.For s) {
    if (!ForHeader.fits(s)) {
      return ForHeader.inFront(s, null).accept(this);
    }
    header(ForHeader.of(s, scope).text(" "), s.body());
    return null;
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
    page.part(end.text(");"));
    page.endLine();
    return null;
  }

  @Override
  public Void visit(Stmt.Switch s) {
    Line header = new Line().text("switch (");
    expr(header, s.selector(), 0);
    header.text(s.arms().isEmpty() ? ") {}" : ") {");
    page.part(header);
    if (!s.arms().isEmpty()) {
      page.open();
      s.arms().forEach(this::arm);
      page.close();
    }
    page.endLine();
    return null;
  }

  private void arm(Stmt.Arm arm) {
    Line line = new Line();
    if (arm.isDefault()) {
      line.text("default -> ");
    } else {
      line.text("case ");
      for (int i = 0; i < arm.labels().size(); i++) {
        if (i > 0) {
          line.text(",").space(1);
        }
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
      page.line(line.text(";"));
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
    if (s.body() instanceof Stmt.For loop && !ForHeader.fits(loop)) {
      return ForHeader.inFront(loop, s).accept(this);
    }
    page.line(new Line().text(s.label() + ":"));
    s.body().accept(this);
    return null;
  }

  @Override
  public Void visit(Stmt.Break s) {
    page.line(new Line().text("break" + s.label().map(l -> " " + l).orElse("") + ";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Continue s) {
    page.line(new Line().text("continue" + s.label().map(l -> " " + l).orElse("") + ";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Return s) {
    Line line = new Line().text("return");
    s.value().ifPresent(value -> expr(line.text(" "), value, 0));
    page.line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Throw s) {
    Line line = new Line().text("throw ");
    expr(line, s.exception(), 0);
    page.line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Assert s) {
    Line line = new Line().text("assert ");
    expr(line, s.test(), 1);
    s.message().ifPresent(m -> expr(line.space(0).text(": "), m, 1));
    page.line(line.text(";"));
    return null;
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    page.verbatim(new Line().code(s.code(), scope));
    return null;
  }

  @Override
  public Void visit(Stmt.Comment s) {
    page.comment(text(s));
    return null;
  }

  @Override
  public Void visit(Stmt.Surgery s) {
    throw surface(s);
  }

  /** A mark for the compiler: it has no text. */
  @Override
  public Void visit(Stmt.Checkpoint s) {
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
