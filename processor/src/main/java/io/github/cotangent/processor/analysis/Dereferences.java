package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which arrays a function surely uses on every path to its end, so that none of them can be null
 * when the backward pass begins: {@code b} in {@code b[0]}, but not in {@code b == null ? 0 :
 * b[0]}. A loop is taken to run at least once.
 */
public final class Dereferences {

  /** An array that is a variable, or is reached from a record in one by components. */
  private record Source(Var root, List<String> path) {}

  private final Summaries summaries;
  private final Jumps jumps;
  private final List<Var> parameters;
  private final Map<Var, Expr> initial = new HashMap<>();

  /** The variables that no longer hold what they held at first, up to the statement looked at. */
  private final Set<Var> overwritten = new HashSet<>();

  private final Set<Source> surely;

  private Dereferences(Function f, Summaries summaries) {
    this.summaries = summaries;
    this.jumps = Jumps.of(f.body());
    this.parameters = f.parameters();
    new Walker() {
      @Override
      public Void visit(Stmt.Local s) {
        s.init().ifPresent(e -> initial.put(s.var(), e));
        return super.visit(s);
      }
    }.walk(f.body());
    this.surely = all(f.body().statements());
    overwritten.addAll(Mentions.written(List.of(f.body())));
  }

  /** Looks a function in core form through. */
  public static Dereferences of(Function f, Summaries summaries) {
    return new Dereferences(f, summaries);
  }

  /** True if the function surely uses an array that it is given. */
  boolean usesArgument(ArgumentPart array) {
    return surely.contains(new Source(parameters.get(array.parameter()), array.steps()));
  }

  /** True if the array may be null when the function has ended. */
  public boolean mayBeNull(Expr array) {
    Optional<Source> source = source(array);
    if (source.isEmpty()) {
      return true;
    }
    Var root = source.get().root();
    Expr init = initial.get(root);
    boolean made =
        init instanceof Expr.NewArray
            || init instanceof Expr.ArrayLiteral
            || init instanceof Expr.Call c && !summaries.mayReturnNull(c.callee());
    return !made && !surely.contains(source.get());
  }

  /** Where an array comes from, through aliases. */
  private Optional<Source> source(Expr e) {
    if (e instanceof Expr.Component c) {
      return source(c.record())
          .map(
              s -> {
                List<String> path = new ArrayList<>(s.path());
                path.add(c.name());
                return new Source(s.root(), path);
              });
    }
    if (!(e instanceof Expr.Read r) || overwritten.contains(r.var())) {
      return Optional.empty();
    }
    Expr init = initial.get(r.var());
    return init instanceof Expr.Read || init instanceof Expr.Component
        ? source(init)
        : Optional.of(new Source(r.var(), List.of()));
  }

  /** What statements use one after the other, until one may be left by a jump. */
  private Set<Source> all(List<Stmt> statements) {
    Set<Source> all = new HashSet<>();
    for (int i = 0; i < statements.size(); i++) {
      Stmt s = statements.get(i);
      if (s instanceof Stmt.If branch && jumps.mayLeave(s)) {
        List<Stmt> rest = statements.subList(i + 1, statements.size());
        all.addAll(in(branch.test()));
        all.addAll(common(path(branch.then(), rest), path(branch.otherwise(), rest)));
        return all;
      }
      all.addAll(of(s));
      if (jumps.mayLeave(s)) {
        return all;
      }
    }
    return all;
  }

  /** What a branch uses together with what follows it; null where it throws. */
  private Set<Source> path(Stmt.Block branch, List<Stmt> rest) {
    Set<Source> path = branch(branch);
    if (path != null && !jumps.mayLeave(branch)) {
      path.addAll(all(rest));
    }
    return path;
  }

  /** What a branch uses; null where it throws. */
  private Set<Source> branch(Stmt.Block branch) {
    boolean isThrown = jumps.neverCompletes(branch) && !jumps.mayLeave(branch);
    return isThrown ? null : all(branch.statements());
  }

  private static Set<Source> common(Set<Source> a, Set<Source> b) {
    if (a == null || b == null) {
      return a != null ? a : b != null ? b : new HashSet<>();
    }
    Set<Source> both = new HashSet<>(a);
    both.retainAll(b);
    return both;
  }

  private Set<Source> of(Stmt s) {
    if (s instanceof Stmt.Block b) {
      return all(b.statements());
    }
    if (s instanceof Stmt.Labeled l) {
      return of(l.body());
    }
    Set<Source> used = new HashSet<>();
    if (s instanceof Stmt.If i) {
      used.addAll(in(i.test()));
      used.addAll(common(branch(i.then()), branch(i.otherwise())));
    } else if (s instanceof Stmt.Switch w) {
      used.addAll(in(w.selector()));
      used.addAll(arms(w.arms()));
    } else if (s instanceof Stmt.For f) {
      used.addAll(all(f.init()));
      used.addAll(in(f.test()));
      used.addAll(all(f.body().statements()));
    } else if (s instanceof Stmt.While w) {
      used.addAll(in(w.test()));
      used.addAll(all(w.body().statements()));
    } else if (s instanceof Stmt.DoWhile d) {
      used.addAll(all(d.body().statements()));
    } else if (!(s instanceof Stmt.Assert)) {
      new Uses(used).walk(s);
    }
    return used;
  }

  private Set<Source> arms(List<Stmt.Arm> arms) {
    if (arms.stream().noneMatch(Stmt.Arm::isDefault)) {
      return Set.of();
    }
    Set<Source> used = null;
    for (Stmt.Arm arm : arms) {
      Set<Source> here = branch(arm.body());
      used = used == null ? here : common(used, here);
    }
    return used == null ? Set.of() : used;
  }

  private Set<Source> in(Expr e) {
    Set<Source> used = new HashSet<>();
    new Uses(used).walk(e);
    return used;
  }

  /** The arrays that evaluating an expression surely uses. */
  private final class Uses extends Walker {
    private final Set<Source> used;

    Uses(Set<Source> used) {
      this.used = used;
    }

    private void use(Expr array) {
      source(array).ifPresent(used::add);
    }

    @Override
    protected void write(Var v) {
      overwritten.add(v);
    }

    @Override
    public Void visit(Expr.Element e) {
      use(e.array());
      return super.visit(e);
    }

    @Override
    protected void place(Place p) {
      if (p instanceof Place.Slot s) {
        use(s.array());
      }
      super.place(p);
    }

    @Override
    public Void visit(Expr.Length e) {
      use(e.array());
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Binary e) {
      if (e.op().isShortCircuit()) {
        walk(e.left());
        return null;
      }
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Conditional e) {
      walk(e.test());
      used.addAll(common(in(e.ifTrue()), in(e.ifFalse())));
      return null;
    }

    @Override
    public Void visit(Expr.Call e) {
      if (e.callee().kind() == Callee.Kind.ARRAY) {
        ArrayCall call = ArrayCall.of(e);
        Optional.ofNullable(call.source()).ifPresent(this::use);
        Optional.ofNullable(call.target()).ifPresent(this::use);
      } else if (e.callee().kind() == Callee.Kind.LOCAL) {
        for (int i = 0; i < e.arguments().size(); i++) {
          Expr argument = e.arguments().get(i);
          ArgumentPart.arrays(i, argument.type())
              .filter(array -> summaries.usesArgument(e.callee(), array))
              .forEach(array -> use(array.in(argument)));
        }
      }
      return super.visit(e);
    }
  }
}
