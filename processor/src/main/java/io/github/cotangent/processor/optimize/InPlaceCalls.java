package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.analysis.CallGraph;
import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.MethodBodies;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Puts the bodies of the class's own methods in the place of their calls, where what crosses them
 * tells that it is worth it ({@link Crossing}):
 *
 * <pre>{@code
 * double[] c = scaled(a, s);    becomes    double[] y = {a[0] * s, a[1] * s};
 *                                          double[] c = y;
 * }</pre>
 *
 * <p>Arguments are evaluated once and in order; only a variable that the method does not assign to
 * stands for its parameter. All variables of the method are renamed.
 */
final class InPlaceCalls extends Rewriter {

  /** How deep calls may stand in each other. */
  private static final int MAX_DEPTH = 8;

  /**
   * A call that was put in place.
   *
   * @param path tells it from all others
   * @param crossing what was passed to it or comes out of it
   */
  record Site(String path, Set<Var> crossing) {}

  private final Crossing kind;
  private final MethodBodies bodies;
  private final Map<String, Reason> excluded;
  private final CopyNames names;
  private final List<Site> sites = new ArrayList<>();
  private final Set<String> identifiers = new HashSet<>();
  private final List<Explanation> told = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<Var, Origin> declarations = new HashMap<>();
  private String path = "";

  /** In how many methods that were put in place the statement stands. */
  private int depth;

  /** In how many loops of the function the statement stands. */
  private int loops;

  private InPlaceCalls(
      Crossing kind, MethodBodies bodies, Map<String, Reason> excluded, CopyNames names) {
    this.kind = kind;
    this.bodies = bodies;
    this.excluded = excluded;
    this.names = names;
  }

  /**
   * A body with calls put in place.
   *
   * @param identifiers what the methods that were put in place mention, beside their variables
   * @param told which calls were put in place, and why others were not
   * @param declarations where the source declares each variable: one that takes the result of a
   *     method that was put in place is declared at the method's {@code return} now
   */
  record Inlined(
      Stmt.Block body,
      List<Site> sites,
      Set<String> identifiers,
      List<Explanation> told,
      Map<Var, Origin> declarations) {

    /** True if calls were put in place, and what was made of the body is too long for that. */
    boolean isTooLong(Stmt.Block made) {
      return !sites.isEmpty()
          && Mentions.assignments(made.statements()) > Scalarized.MAX_STATEMENTS;
    }

    /** The paths of all calls, none of which can be put in place if that makes it too long. */
    Map<String, Reason> allLinked() {
      Map<String, Reason> linked = new HashMap<>();
      Reason reason = Reason.of(Why.TOO_MANY_STATEMENTS, Scalarized.MAX_STATEMENTS);
      sites.forEach(site -> linked.put(site.path(), reason));
      return linked;
    }

    /** The function with the calls put in place, and nothing else; as it was if none were. */
    Scalarized made(Function f, Names given, CopyNames names) {
      return sites.isEmpty()
          ? new Scalarized(f, given, told)
          : new Scalarized(in(f, body), names.names(), told);
    }

    /** The function with a body that was made of this one. */
    Function in(Function f, Stmt.Block made) {
      Set<String> reserved = new HashSet<>(f.reserved());
      reserved.addAll(identifiers);
      return f.with(made, reserved);
    }
  }

  /**
   * Puts calls in place.
   *
   * @param kind what has to cross them
   * @param excluded the paths of calls that stay, and why
   */
  static Inlined of(
      Crossing kind,
      Function f,
      MethodBodies bodies,
      Map<String, Reason> excluded,
      CopyNames names) {
    InPlaceCalls calls = new InPlaceCalls(kind, bodies, excluded, names);
    calls.noteDeclarations(f.body().statements());
    Stmt.Block body = CallGraph.callees(f).isEmpty() ? f.body() : calls.block(f.body());
    return new Inlined(body, calls.sites, calls.identifiers, calls.told, calls.declarations);
  }

  private void noteDeclarations(List<Stmt> code) {
    new Walker() {
      @Override
      public Void visit(Stmt.Local s) {
        declarations.put(s.var(), s.origin());
        return super.visit(s);
      }
    }.walk(code);
  }

  @Override
  public List<Stmt> visit(Stmt.Local s) {
    if (s.init().isPresent() && s.init().get() instanceof Expr.Call call) {
      return put(call, Optional.of(s.var()), true, s).orElseGet(() -> super.visit(s));
    }
    return super.visit(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Assign s) {
    boolean isPlain = s.target() instanceof Place.Variable && !s.compound();
    if (isPlain && s.value() instanceof Expr.Call call) {
      Var target = ((Place.Variable) s.target()).var();
      return put(call, Optional.of(target), false, s).orElseGet(() -> super.visit(s));
    }
    return super.visit(s);
  }

  @Override
  public List<Stmt> visit(Stmt.Evaluate s) {
    return s.expr() instanceof Expr.Call call
        ? put(call, Optional.empty(), false, s).orElseGet(() -> super.visit(s))
        : super.visit(s);
  }

  @Override
  protected List<Stmt> loop(Stmt loop, Supplier<Stmt> inside) {
    loops++;
    Stmt made = inside.get();
    loops--;
    return List.of(made);
  }

  private Optional<List<Stmt>> put(
      Expr.Call call, Optional<Var> target, boolean declares, Stmt at) {
    if (call.callee().kind() != Callee.Kind.LOCAL) {
      return Optional.empty();
    }
    String here = path + "/" + counts.merge(path, 1, Integer::sum);
    Optional<Function> body = bodies.body(call.callee());
    if (body.isEmpty() || !kind.isLookedAt(loops > 0) || !kind.crosses(call, body.get())) {
      return Optional.empty();
    }
    Function f = body.get();
    Optional<Reason> hindrance =
        Optional.ofNullable(excluded.get(here)).or(() -> hindrance(call, f));
    Reason became = hindrance.map(r -> Reason.of(Why.NOT_IN_PLACE, r)).orElse(kind.inPlace());
    told.add(Explanation.of(call.origin(), call.origin().text(), became));
    if (hindrance.isPresent()) {
      return Optional.empty();
    }
    mention(f);
    CalleeCopy copies = new CalleeCopy(here, names);
    List<Stmt> out = new ArrayList<>(copies.parameters(f, call, at.origin()));
    Set<Var> crossing = new LinkedHashSet<>();
    for (Expr a : call.arguments()) {
      if (a instanceof Expr.Read r && kind.test(r.type())) {
        crossing.add(r.var());
      }
    }
    target.filter(t -> kind.test(t.type())).ifPresent(crossing::add);
    sites.add(new Site(here, crossing));
    List<Stmt> renamed = copies.stmts(f.body().statements());
    noteDeclarations(renamed);
    List<Stmt> placed = new InPlaceReturns(names, path, f, target, declares, at).of(renamed);
    String outer = path;
    path = here;
    depth++;
    out.addAll(stmts(placed));
    depth--;
    path = outer;
    return Optional.of(out);
  }

  /** Why a call cannot be put in place, if it cannot. */
  private Optional<Reason> hindrance(Expr.Call call, Function f) {
    boolean anyNull =
        call.arguments().stream()
            .anyMatch(
                a ->
                    a instanceof Expr.Literal && a.type().isReference()
                        || a instanceof Expr.Literal l && l.text().equals("null"));
    boolean anyConstant =
        f.constants().stream().anyMatch(p -> p.type().isDifferentiable())
            || call.callee().constants().stream()
                .anyMatch(i -> call.callee().parameterTypes().get(i).isDifferentiable());
    if (anyNull) {
      return Optional.of(Reason.of(Why.NULL_ARGUMENT));
    }
    if (anyConstant) {
      return Optional.of(Reason.of(Why.CONSTANT_ARGUMENT));
    }
    if (CallGraph.isRecursive(f, bodies)) {
      return Optional.of(Reason.of(Why.IS_RECURSIVE));
    }
    if (depth >= MAX_DEPTH) {
      return Optional.of(Reason.of(Why.TOO_DEEP, MAX_DEPTH));
    }
    boolean canMove =
        call.receiver() == null
            && f.parameters().size() == call.arguments().size()
            && isPlain(f.body(), true);
    return canMove ? kind.hindrance(f) : Optional.of(Reason.of(Why.NOT_PLAIN));
  }

  /** True for a body that has nothing in it that is carried along unread or tied to its place. */
  static boolean isPlain(Stmt body) {
    return isPlain(body, false);
  }

  private static boolean isPlain(Stmt body, boolean mayThrow) {
    return !new Search() {
      /** What makes an exception reads variables, and does nothing else. */
      @Override
      public Void visit(Stmt.Throw s) {
        boolean isMade = s.exception() instanceof Expr.Opaque e && e.code().calls().isEmpty();
        return mayThrow && isMade ? null : super.visit(s);
      }

      @Override
      public Void visit(Expr.Opaque e) {
        return found();
      }

      @Override
      public Void visit(Stmt.Verbatim s) {
        return found();
      }

      @Override
      public Void visit(Stmt.Surgery s) {
        return found();
      }

      @Override
      public Void visit(Stmt.Checkpoint s) {
        return found();
      }
    }.in(body);
  }

  private void mention(Function f) {
    Set<String> others = new HashSet<>(f.reserved());
    new Walker() {
      @Override
      protected void declare(Var v) {
        others.remove(v.name());
      }
    }.walk(f.body());
    f.parameters().forEach(p -> others.remove(p.name()));
    identifiers.addAll(others);
    names.names().reserve(others);
  }
}
