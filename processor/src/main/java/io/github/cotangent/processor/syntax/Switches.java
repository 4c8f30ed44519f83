package io.github.cotangent.processor.syntax;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;

/** Switch statements and expressions, old and new. */
final class Switches {

  private final MethodContext method;
  private final Expressions expressions;
  private final Statements statements;

  /** The types of the switch expressions that are being lowered, innermost first. */
  private final Deque<Type> results = new ArrayDeque<>();

  Switches(MethodContext method, Expressions expressions, Statements statements) {
    this.method = method;
    this.expressions = expressions;
    this.statements = statements;
  }

  /** A switch statement. */
  Stmt statement(SwitchStmt s) {
    Expr selector = selector(s);
    Origin at = method.file.origin(s, "switch (" + method.file.oneLine(s.getSelector()) + ")");
    boolean old = isOld(s);
    List<Stmt.Arm> arms = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    boolean isDefault = false;
    for (int i = 0; i < s.getEntries().size(); i++) {
      SwitchEntry entry = s.getEntry(i);
      labels.addAll(labels(entry));
      isDefault |= isDefault(entry);
      boolean last = i + 1 == s.getEntries().size();
      if (!old || last || !entry.getStatements().isEmpty()) {
        // default stands for every label beside it.
        Stmt.Block body = old ? group(entry) : statementArm(entry);
        arms.add(new Stmt.Arm(isDefault ? List.of() : labels, isDefault, body));
        labels = new ArrayList<>();
        isDefault = false;
      }
    }
    return old ? new Stmt.OldSwitch(selector, arms, at) : new Stmt.Switch(selector, arms, at);
  }

  private Stmt.Block group(SwitchEntry entry) {
    return new Stmt.Block(statements.all(entry.getStatements()), method.file.origin(entry, ""));
  }

  private Stmt.Block statementArm(SwitchEntry entry) {
    return statements.block(entry.getStatement(0));
  }

  /** A switch expression. */
  Expr expression(SwitchExpr e) {
    Expr selector = selector(e);
    Type type = expressions.typeOf(e);
    results.push(type);
    boolean old = isOld(e);
    boolean falls = false;
    boolean hasDefault = false;
    List<Stmt.Arm> arms = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    boolean isDefault = false;
    for (SwitchEntry entry : e.getEntries()) {
      labels.addAll(labels(entry));
      isDefault |= isDefault(entry);
      if (old && entry.getStatements().isEmpty()) {
        continue;
      }
      falls |= old && !leaves(entry.getStatements());
      Stmt.Block body = old ? group(entry) : valueArm(entry, type);
      arms.add(new Stmt.Arm(isDefault ? List.of() : labels, isDefault, body));
      hasDefault |= isDefault;
      labels = new ArrayList<>();
      isDefault = false;
    }
    results.pop();
    Origin at = method.origin(e);
    if (!hasDefault) {
      arms.add(new Stmt.Arm(List.of(), true, unknownConstant(at)));
    }
    return falls ? falling(selector, arms, type, at) : new Expr.Choosing(selector, arms, type, at);
  }

  /**
   * Where a group runs into the next one, a switch statement yields the value: {@code switch (k) {
   * case 1: y = x; case 2: yield y; … }} stands in the only arm of a switch expression.
   */
  private static Expr falling(Expr selector, List<Stmt.Arm> groups, Type type, Origin at) {
    Stmt.Block statement = Stmt.Block.of(List.of(new Stmt.OldSwitch(selector, groups, at)));
    Stmt.Arm only = new Stmt.Arm(List.of(), true, statement);
    return new Expr.Choosing(new Expr.Literal(Type.INT, "0"), List.of(only), type, at);
  }

  private Stmt.Block valueArm(SwitchEntry entry, Type type) {
    Statement s = entry.getStatement(0);
    if (entry.getType() == SwitchEntry.Type.EXPRESSION && s instanceof ExpressionStmt value) {
      Origin at = method.origin(value.getExpression());
      return Stmt.Block.of(
          List.of(new Stmt.Yield(expressions.lower(value.getExpression(), type), at)));
    }
    return statements.block(s);
  }

  /** {@code yield}. */
  Stmt yield(YieldStmt s) {
    return new Stmt.Yield(expressions.lower(s.getExpression(), results.peek()), method.origin(s));
  }

  /** What Java does where an enum has got a constant that the switch does not know. */
  private static Stmt.Block unknownConstant(Origin at) {
    Type.ClassType error =
        new Type.ClassType("java.lang", List.of("IncompatibleClassChangeError"), List.of(), true);
    Code code =
        new Code(List.of(new Code.Text("new "), new Code.Names(error), new Code.Text("()")));
    Expr exception = new Expr.Opaque(code, error, ErrorId.ACTIVE_ESCAPES.id(), at);
    return Stmt.Block.of(List.of(new Stmt.Throw(exception, at)));
  }

  private Expr selector(SwitchNode s) {
    return Conversions.unboxed(
        expressions.lower(s.getSelector()), () -> method.origin(s.getSelector()));
  }

  private static boolean isOld(SwitchNode s) {
    return s.getEntries().stream()
        .anyMatch(entry -> entry.getType() == SwitchEntry.Type.STATEMENT_GROUP);
  }

  private static boolean isDefault(SwitchEntry entry) {
    return entry.getLabels().isEmpty() || entry.isDefault();
  }

  private List<String> labels(SwitchEntry entry) {
    List<String> texts = new ArrayList<>();
    for (Expression label : entry.getLabels()) {
      if (label.isPatternExpr() || label.isNullLiteralExpr() || entry.getGuard().isPresent()) {
        expressions.unsupported(
            label, "A pattern in a switch", "Test with if and instanceof instead.");
      } else {
        texts.add(label(label));
      }
    }
    return texts;
  }

  private String label(Expression label) {
    if (method.oracle.knows(label)) {
      Element element = method.oracle.element(label);
      if (element instanceof VariableElement constant) {
        return constant.getKind() == ElementKind.ENUM_CONSTANT
            ? constant.getSimpleName().toString()
            : Literals.text(constant.getConstantValue());
      }
    }
    // A constant expression: private constants inlined, others by their full names.
    return expressions.opaque().code(label, false).toString();
  }

  /** True where control surely does not run off the end of the statements. */
  private static boolean leaves(NodeList<Statement> statements) {
    return !statements.isEmpty() && leaves(statements.get(statements.size() - 1));
  }

  private static boolean leaves(Statement s) {
    if (s instanceof BlockStmt block) {
      return leaves(block.getStatements());
    }
    if (s instanceof IfStmt branch) {
      return branch.getElseStmt().isPresent()
          && leaves(branch.getThenStmt())
          && leaves(branch.getElseStmt().get());
    }
    return s instanceof YieldStmt || s instanceof ThrowStmt || s instanceof ReturnStmt;
  }
}
