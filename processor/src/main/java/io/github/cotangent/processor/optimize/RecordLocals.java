package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.NullCheck;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Which local variables with small records can become variables for their components: those that
 * are only given new records, constants, other such variables, or records in these; and of which
 * nothing is used but components, other than to return the record. None of these is ever null.
 */
final class RecordLocals {

  /** The variables, each with its declaration. */
  private final Map<Var, Origin> declared = new LinkedHashMap<>();

  /** What keeps a variable from becoming others. */
  private final Map<Var, Reason> hindrances = new HashMap<>();

  /** Pairs of a variable and one that it is given to: both become others, or none. */
  private final List<Var[]> given = new ArrayList<>();

  /** The variables of which a component is read. */
  private final Set<Var> read = new HashSet<>();

  /** Where variables are returned. */
  private final Map<Var, Reason> returned = new HashMap<>();

  /** What variables are given where they are declared. */
  private final Map<Var, Expr> first = new HashMap<>();

  private final UnaryOperator<Var> original;

  private RecordLocals(UnaryOperator<Var> original) {
    this.original = original;
  }

  /**
   * Looks through a body.
   *
   * @param original what a variable is a copy of
   */
  static RecordLocals of(Stmt.Block body, UnaryOperator<Var> original) {
    RecordLocals locals = new RecordLocals(original);
    locals.new Collector().walk(body);
    locals.keepReturned();
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Var[] pair : locals.given) {
        changed |= locals.spread(pair[0], pair[1]) | locals.spread(pair[1], pair[0]);
      }
    }
    return locals;
  }

  /** What is only made to be returned stays, unless it is made of what is used otherwise. */
  private void keepReturned() {
    Set<Var> used = new HashSet<>(read);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Var[] pair : given) {
        changed |= used.contains(pair[1]) && used.add(pair[0]);
      }
    }
    for (Var[] pair : given) {
      if (used.contains(pair[0])) {
        used.add(pair[1]);
      }
    }
    returned.forEach(
        (v, reason) -> {
          if (!used.contains(v)) {
            hindrances.putIfAbsent(v, reason);
          }
        });
  }

  private boolean spread(Var from, Var to) {
    return !isReplaced(from) && isReplaced(to) && hindrances.put(to, staying(from)) == null;
  }

  /** Why what shares records with a variable that stays has to stay, too. */
  private Reason staying(Var v) {
    Reason why = hindrances.get(v);
    if (why == null) {
      return Reason.of(Why.IS_ARGUMENT, v);
    }
    boolean isRoot = why.why() != Why.SHARES_RECORD && why.why() != Why.IS_ARGUMENT;
    return isRoot ? Reason.of(Why.SHARES_RECORD, named(v), why) : why;
  }

  /** How a reason names a variable: one that is not the user's by what it stands for. */
  Object named(Var v) {
    Var user = original.apply(v);
    return Names.isMade(user) && first.containsKey(v)
        ? "'" + Printer.print(first.get(v)) + "'"
        : user;
  }

  /** True for a variable that becomes others. */
  boolean isReplaced(Var v) {
    return declared.containsKey(v) && !hindrances.containsKey(v);
  }

  /** The variables, in order of appearance. */
  List<Var> all() {
    return List.copyOf(declared.keySet());
  }

  /** Where a variable is declared. */
  Origin declaredAt(Var v) {
    return declared.get(v);
  }

  /** What keeps a variable from becoming others, if anything does. */
  Optional<Reason> hindrance(Var v) {
    return Optional.ofNullable(hindrances.get(v));
  }

  /** The variable at the root of a record in a record. */
  static Optional<Var> root(Expr e) {
    if (e instanceof Expr.Component c) {
      return root(c.record());
    }
    return e instanceof Expr.Read r ? Optional.of(r.var()) : Optional.empty();
  }

  private static boolean isSmall(Type t) {
    return Crossing.RECORDS.test(t);
  }

  private final class Collector extends Walker {
    private boolean inHeader;
    private Origin here = Origin.NONE;

    private void hinder(Var v, Why why) {
      hindrances.putIfAbsent(v, Reason.at(here, why, here.text()));
    }

    /** A value that a variable gets. */
    private void gets(Var v, Expr value) {
      if (value instanceof Expr.NewRecord n) {
        for (Expr a : n.arguments()) {
          if (isSmall(a.type())) {
            gets(v, a);
          } else {
            walk(a);
          }
        }
        return;
      }
      if (value instanceof Expr.Field f && f.isWhole()) {
        return; // Read component by component.
      }
      boolean isRecord = value instanceof Expr.Read || value instanceof Expr.Component;
      Optional<Var> source = isRecord ? root(value) : Optional.empty();
      if (source.isPresent() && isSmall(source.get().type())) {
        given.add(new Var[] {source.get(), v});
      } else {
        hinder(v, Why.COMES_WHOLE);
        walk(value);
      }
    }

    @Override
    protected void read(Var v) {
      if (isSmall(v.type())) {
        hinder(v, Why.USED_WHOLE);
      }
    }

    @Override
    public Void visit(Expr.Component e) {
      if (!isSmall(e.record().type()) || isSmall(e.type()) || root(e).isEmpty()) {
        return super.visit(e);
      }
      read.add(root(e).get());
      return null;
    }

    @Override
    public Void visit(Stmt.Local s) {
      here = s.origin();
      if (!isSmall(s.var().type())) {
        return super.visit(s);
      }
      declared.put(s.var(), s.origin());
      if (inHeader) {
        hinder(s.var(), Why.USED_WHOLE);
      }
      s.init().ifPresent(e -> first.put(s.var(), e));
      s.init().ifPresent(e -> gets(s.var(), e));
      return null;
    }

    @Override
    public Void visit(Stmt.Assign s) {
      here = s.origin();
      if (s.target() instanceof Place.Variable v && isSmall(v.var().type())) {
        if (inHeader) {
          hinder(v.var(), Why.USED_WHOLE);
        }
        gets(v.var(), s.value());
        return null;
      }
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Evaluate s) {
      here = s.origin();
      return NullCheck.checked(s).isPresent() ? null : super.visit(s);
    }

    @Override
    public Void visit(Stmt.If s) {
      here = s.origin();
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.For s) {
      here = s.origin();
      inHeader = true;
      walk(s.init());
      walk(s.update());
      inHeader = false;
      walk(s.test());
      walk(s.body());
      return null;
    }

    @Override
    public Void visit(Stmt.Return s) {
      here = s.origin();
      if (s.value().orElse(null) instanceof Expr.Read r && isSmall(r.type())) {
        returned.putIfAbsent(r.var(), Reason.at(here, Why.IS_RETURNED, here.text()));
        return null;
      }
      return super.visit(s);
    }
  }
}
