package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who is assigned where: which variables keep their first value, which storage is written at all.
 */
public final class Assignments {

  private final Set<Var> reassigned = new HashSet<>();
  private final Set<Var> captured = new HashSet<>();
  private final Map<Var, Stmt.Local> declarations = new HashMap<>();
  private final Set<Regions.Region> written = new HashSet<>();

  private final Map<Var, CountedLoop> counted = new HashMap<>();
  private final Map<Origin, Reason> uncounted = new HashMap<>();

  private Assignments() {}

  /** The assignments of one function, those made by its callees into its arrays included. */
  public static Assignments of(Function function, Regions regions, Summaries summaries) {
    Assignments found = new Assignments();
    found.new Collector(regions, summaries).walk(function.body());
    new Walker() {
      @Override
      public Void visit(Stmt.For s) {
        // Outer loops first: an inner bound may use the outer index.
        CountedLoop.Counting counting =
            CountedLoop.of(s, found, within(s, regions, summaries), regions);
        counting.loop().ifPresent(c -> found.counted.put(c.index(), c));
        counting.hindrance().ifPresent(r -> found.uncounted.put(s.origin(), r));
        return super.visit(s);
      }
    }.walk(function.body());
    return found;
  }

  /** The assignments of a loop's body and update alone. */
  private static Assignments within(Stmt.For loop, Regions regions, Summaries summaries) {
    Assignments found = new Assignments();
    Collector collector = found.new Collector(regions, summaries);
    collector.walk(loop.update());
    collector.walk(loop.body());
    return found;
  }

  /** The loop that a variable is the index of, if it is that of a counted loop. */
  public Optional<CountedLoop> countedIndex(Var v) {
    return Optional.ofNullable(counted.get(v));
  }

  /** The counted form of a loop, if it has one. */
  public Optional<CountedLoop> counted(Stmt.For loop) {
    return loop.init().size() == 1 && loop.init().get(0) instanceof Stmt.Local l
        ? Optional.ofNullable(counted.get(l.var()))
        : Optional.empty();
  }

  /** Why the number of rounds of a {@code for} loop is not exactly known, if it is not. */
  public Optional<Reason> uncounted(Stmt.For loop) {
    return counted(loop).filter(CountedLoop::isExact).isPresent()
        ? Optional.empty()
        : Optional.of(uncounted.getOrDefault(loop.origin(), Reason.of(Why.ODD_START)));
  }

  /** True for the index of a counted loop: constant within one iteration. */
  public boolean isCountedIndex(Var v) {
    return counted.containsKey(v);
  }

  /** True if nothing is assigned to the variable after its declaration with a value. */
  public boolean isSingle(Var v) {
    Stmt.Local declaration = declarations.get(v);
    return !reassigned.contains(v) && (declaration == null || declaration.init().isPresent());
  }

  /** The declaration of a local variable, or null for a parameter. */
  public Stmt.Local declaration(Var v) {
    return declarations.get(v);
  }

  /** True if a lambda or other carried-over code reads the variable: it must stay final. */
  public boolean isCaptured(Var v) {
    return captured.contains(v);
  }

  /** True if an element of any array is written after the array's creation. */
  public boolean writesAny() {
    return !written.isEmpty();
  }

  /** True if an element of an array of this region is written after the array's creation. */
  public boolean isWritten(Regions.Region region) {
    return written.contains(region);
  }

  /**
   * True if the expression has the same value wherever its variables are in scope, at no more cost
   * than a few loads, and cannot fail where it did not fail before: it may be recomputed instead of
   * recorded.
   */
  public boolean isStable(Expr e, Regions regions) {
    return instability(e, regions).isEmpty();
  }

  /** The first reason why an expression is not {@linkplain #isStable stable}, if it is not. */
  public Optional<Reason> instability(Expr e, Regions regions) {
    if (e instanceof Expr.Literal) {
      return Optional.empty();
    }
    if (e instanceof Expr.Read r) {
      return isSingle(r.var()) || isCountedIndex(r.var())
          ? Optional.empty()
          : Optional.of(Reason.of(Why.ASSIGNED_AGAIN, r.var()));
    }
    if (e instanceof Expr.Length l) {
      return instability(l.array(), regions);
    }
    if (e instanceof Expr.Element x) {
      return isWritten(regions.of(x.array()))
          ? Optional.of(Reason.of(Why.ELEMENTS_CHANGE, x.array()))
          : first(List.of(x.array(), x.index()), regions);
    }
    if (e instanceof Expr.Component c) {
      return instability(c.record(), regions);
    }
    if (e instanceof Expr.Unary u) {
      return instability(u.operand(), regions);
    }
    if (e instanceof Expr.Cast c && c.type() instanceof Type.Primitive) {
      return instability(c.operand(), regions);
    }
    if (e instanceof Expr.Binary b) {
      return b.type().equals(Type.STRING)
          ? Optional.of(Reason.of(Why.IS_TEXT))
          : first(List.of(b.left(), b.right()), regions);
    }
    if (e instanceof Expr.Field f && f.isFinal()) {
      return f.receiver() == null ? Optional.empty() : instability(f.receiver(), regions);
    }
    if (e instanceof Expr.Conditional c && c.type().isIntegral()) {
      return first(List.of(c.test(), c.ifTrue(), c.ifFalse()), regions);
    }
    if (e instanceof Expr.Call c && isOfNumbers(c)) {
      return first(c.arguments(), regions);
    }
    return Optional.of(changing(e));
  }

  /** {@code Math.min(rows, columns)}: as stable as what it is made of. */
  private static boolean isOfNumbers(Expr.Call c) {
    return c.callee().kind() == Callee.Kind.MATH && c.type().isIntegral();
  }

  private Reason changing(Expr e) {
    if (e instanceof Expr.Call c) {
      Optional<Expr> walked = iterated(c);
      return walked.isPresent() ? Reason.of(Why.IS_NEXT, walked.get()) : Reason.of(Why.IS_CALL, e);
    }
    boolean isNew =
        e instanceof Expr.NewArray || e instanceof Expr.ArrayLiteral || e instanceof Expr.NewRecord;
    return Reason.of(isNew ? Why.IS_NEW : Why.IS_MUTABLE, e);
  }

  /** What the iterator walks over that a call asks for its next element. */
  private Optional<Expr> iterated(Expr.Call next) {
    return next.receiver() instanceof Expr.Read r && declarations.get(r.var()) != null
        ? CountedLoop.iterated(declarations.get(r.var()))
        : Optional.empty();
  }

  private Optional<Reason> first(List<Expr> parts, Regions regions) {
    return parts.stream().flatMap(e -> instability(e, regions).stream()).findFirst();
  }

  private final class Collector extends Walker {
    private final Regions regions;
    private final Summaries summaries;

    Collector(Regions regions, Summaries summaries) {
      this.regions = regions;
      this.summaries = summaries;
    }

    @Override
    protected void write(Var v) {
      reassigned.add(v);
    }

    @Override
    protected void place(Place p) {
      if (p instanceof Place.Slot s) {
        written.add(regions.of(s.array()));
      }
      super.place(p);
    }

    @Override
    public Void visit(Stmt.Local s) {
      declarations.put(s.var(), s);
      return super.visit(s);
    }

    @Override
    public Void visit(Expr.Opaque e) {
      capture(e.code());
      return super.visit(e);
    }

    @Override
    public Void visit(Stmt.Verbatim s) {
      capture(s.code());
      return super.visit(s);
    }

    private void capture(Code code) {
      captured.addAll(code.reads());
    }

    @Override
    public Void visit(Expr.Call e) {
      Callee callee = e.callee();
      if (callee.kind() == Callee.Kind.ARRAY) {
        ArrayCall call = ArrayCall.of(e);
        if (call.target() != null) {
          written.add(regions.of(call.target()));
        }
      } else {
        List<Expr> args = e.arguments();
        for (int i = 0; i < args.size(); i++) {
          Expr a = args.get(i);
          if (a.type().isReference() && summaries.writes(callee, i)) {
            written.addAll(regions.reachable(a.type(), regions.of(a)));
          }
        }
        if (summaries.writesReceiver(e)) {
          written.addAll(regions.reachable(e.receiver().type(), regions.of(e.receiver())));
        }
      }
      return super.visit(e);
    }
  }
}
