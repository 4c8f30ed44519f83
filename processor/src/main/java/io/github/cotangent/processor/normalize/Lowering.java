package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Takes all expressions apart that do more than compute a value. The work is shared out: {@link
 * Statements}, {@link Expressions}, {@link Assignments}, {@link Choices}.
 *
 * <p>Before: {@code return f(x) + (y = 2) * y;}. After: {@code double f = f(x); y = 2; return f + y
 * * y;}
 */
final class Lowering {

  private final Function function;
  private final Statements statements;
  private final Expressions expressions;
  private final Assignments assignments;
  private final Choices choices;
  private final Set<Var> assignedSometimes = new LinkedHashSet<>();

  private Lowering(Function function, Names names) {
    this.function = function;
    Lines lines = new Lines(new Temporaries(function, names));
    this.statements = new Statements(this, lines);
    this.expressions = new Expressions(this, lines);
    this.assignments = new Assignments(this, lines);
    this.choices = new Choices(this, lines);
  }

  /** The function with all its statements in core form. */
  static Function apply(Function f, Names names) {
    Lowering lowering = new Lowering(f, names);
    Stmt.Block body = lowering.statements.block(f.body());
    return f.withBody(new InitialValues(lowering.assignedSometimes).block(body));
  }

  Statements statements() {
    return statements;
  }

  Expressions expressions() {
    return expressions;
  }

  Assignments assignments() {
    return assignments;
  }

  Choices choices() {
    return choices;
  }

  Type result() {
    return function.result();
  }

  Type.ClassType owner() {
    return function.owner();
  }

  /** Notes variables that Java might no longer see to be assigned: {@link InitialValues}. */
  void assignedSometimes(Set<Var> vars) {
    assignedSometimes.addAll(vars);
  }
}
