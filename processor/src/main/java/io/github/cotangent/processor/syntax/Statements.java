package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.VariableElement;

/** Lowers statements. */
final class Statements {

  private final MethodContext method;
  private final Expressions expressions;
  private final Switches switches;
  private final Surgery surgery;
  private final Patterns patterns;
  private final CheckpointMark marks;
  private final Verbatims verbatims;
  private final Type result;

  Statements(MethodContext method, Type result) {
    this.method = method;
    this.result = result;
    this.expressions = new Expressions(method);
    this.switches = new Switches(method, expressions, this);
    this.surgery = new Surgery(method, expressions);
    this.patterns = new Patterns(method, expressions, this);
    this.marks = new CheckpointMark(method, expressions);
    this.verbatims = new Verbatims(method, expressions.opaque());
    expressions.connect(switches);
  }

  /** The body of the method. */
  Stmt.Block body(BlockStmt block) {
    return block(block);
  }

  /** One statement as a block; braces make no second one. */
  Stmt.Block block(Statement s) {
    if (s instanceof BlockStmt block) {
      return new Stmt.Block(all(block.getStatements()), method.file.origin(block, ""));
    }
    return new Stmt.Block(all(List.of(s)), method.file.origin(s, ""));
  }

  /** Statements in order. */
  List<Stmt> all(List<? extends Statement> statements) {
    List<Stmt> lowered = new ArrayList<>();
    statements.forEach(s -> lower(s, lowered));
    return lowered;
  }

  private void lower(Statement s, List<Stmt> out) {
    if (s instanceof ExpressionStmt e) {
      expression(e.getExpression(), out);
    } else if (s instanceof IfStmt branch) {
      branch(branch, out);
    } else if (s instanceof ForStmt loop) {
      out.add(loop(loop));
    } else if (s instanceof ForEachStmt loop) {
      out.add(loop(loop));
    } else if (s instanceof WhileStmt loop) {
      String header = "while (" + method.file.oneLine(loop.getCondition()) + ")";
      Expr test = expressions.condition(loop.getCondition());
      out.add(new Stmt.While(test, block(loop.getBody()), method.file.origin(s, header)));
    } else if (s instanceof DoStmt loop) {
      String header = "do while (" + method.file.oneLine(loop.getCondition()) + ")";
      Stmt.Block body = block(loop.getBody());
      Expr test = expressions.condition(loop.getCondition());
      out.add(new Stmt.DoWhile(body, test, method.file.origin(s, header)));
    } else if (s instanceof BlockStmt) {
      out.add(block(s));
    } else if (s instanceof SwitchStmt choice) {
      out.add(switches.statement(choice));
    } else if (s instanceof LabeledStmt labeled) {
      String label = labeled.getLabel().getIdentifier();
      out.add(new Stmt.Labeled(label, one(labeled.getStatement()), method.file.origin(s, label)));
    } else {
      simple(s, out);
    }
  }

  private Stmt one(Statement s) {
    List<Stmt> lowered = all(List.of(s));
    return lowered.size() == 1 ? lowered.get(0) : Stmt.Block.of(lowered);
  }

  private void simple(Statement s, List<Stmt> out) {
    Origin at = method.origin(s);
    if (s instanceof ReturnStmt r) {
      out.add(new Stmt.Return(r.getExpression().map(e -> expressions.lower(e, result)), at));
    } else if (s instanceof BreakStmt b) {
      out.add(new Stmt.Break(b.getLabel().map(l -> l.getIdentifier()), at));
    } else if (s instanceof ContinueStmt c) {
      out.add(new Stmt.Continue(c.getLabel().map(l -> l.getIdentifier()), at));
    } else if (s instanceof YieldStmt y) {
      out.add(switches.yield(y));
    } else if (s instanceof ThrowStmt t) {
      out.add(new Stmt.Throw(expressions.lower(t.getExpression()), at));
    } else if (s instanceof AssertStmt a) {
      Expr test = expressions.condition(a.getCheck());
      out.add(new Stmt.Assert(test, a.getMessage().map(expressions::lower), at));
    } else if (s instanceof TryStmt
        || s instanceof SynchronizedStmt
        || s instanceof LocalClassDeclarationStmt
        || s instanceof LocalRecordDeclarationStmt) {
      out.add(verbatims.lower(s));
    } else if (!(s instanceof EmptyStmt)) {
      method.report(
          ErrorId.UNSUPPORTED_STATEMENT, s, method.file.oneLine(s), "Write it another way.");
    }
  }

  private void expression(Expression e, List<Stmt> out) {
    if (e instanceof VariableDeclarationExpr declaration) {
      declaration.getVariables().forEach(v -> out.add(local(v)));
    } else if (surgery.isSurgery(e)) {
      surgery.lower((MethodCallExpr) e).ifPresent(out::add);
    } else if (marks.isMark(e)) {
      marks.lower((MethodCallExpr) e).ifPresent(out::add);
    } else {
      out.add(new Stmt.Evaluate(expressions.lower(e), method.origin(e)));
    }
  }

  private Stmt local(VariableDeclarator declarator) {
    String name = declarator.getNameAsString();
    VariableElement element = method.oracle.variable(declarator.getName(), name);
    Type type = method.trustedType(element.asType(), declarator.getType());
    Origin at = method.origin(declarator);
    // Declared first: a lambda's or switch's own variables come after it in any case.
    Var var = method.declare(element, type);
    Optional<Expr> init = declarator.getInitializer().map(e -> expressions.lower(e, type));
    return new Stmt.Local(var, init, at);
  }

  private void branch(IfStmt s, List<Stmt> out) {
    String header = "if (" + method.file.oneLine(s.getCondition()) + ")";
    Origin at = method.file.origin(s, header);
    Optional<List<Stmt>> tested = patterns.lower(s, at);
    if (tested.isPresent()) {
      out.addAll(tested.get());
      return;
    }
    Expr test = expressions.condition(s.getCondition());
    Stmt.Block then = block(s.getThenStmt());
    Stmt.Block otherwise = s.getElseStmt().map(this::block).orElse(Stmt.Block.EMPTY);
    out.add(new Stmt.If(test, then, otherwise, at));
  }

  private Stmt loop(ForStmt s) {
    List<Stmt> init = new ArrayList<>();
    s.getInitialization().forEach(e -> expression(e, init));
    Expr test =
        s.getCompare().map(expressions::condition).orElse(new Expr.Literal(Type.BOOLEAN, "true"));
    Stmt.Block body = block(s.getBody());
    List<Stmt> update = new ArrayList<>();
    s.getUpdate().forEach(e -> expression(e, update));
    return new Stmt.For(init, test, update, body, method.file.origin(s, header(s, s.getBody())));
  }

  private Stmt loop(ForEachStmt s) {
    Expr iterable = expressions.lower(s.getIterable());
    VariableDeclarator declarator = s.getVariableDeclarator();
    VariableElement element =
        method.oracle.variable(declarator.getName(), declarator.getNameAsString());
    Var var = method.declare(element, method.trustedType(element.asType(), declarator.getType()));
    Stmt.Block body = block(s.getBody());
    return new Stmt.ForEach(var, iterable, body, method.file.origin(s, header(s, s.getBody())));
  }

  /** The text of a statement up to its body. */
  private String header(Statement s, Statement body) {
    return method.file.oneLine(s, method.file.start(body));
  }
}
