package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the bodies of the class's own methods in the place of their calls, where small arrays cross
 * them:
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
   * @param arrays the arrays that were passed to it or come out of it
   */
  record Site(String path, Set<Var> arrays) {}

  private final java.util.function.Function<Callee, Optional<Function>> bodies;
  private final Set<String> excluded;
  private final ArrayNames names;
  private final List<Site> sites = new ArrayList<>();
  private final Set<String> identifiers = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private String path = "";

  private InPlaceCalls(
      Function f,
      java.util.function.Function<Callee, Optional<Function>> bodies,
      Set<String> excluded,
      ArrayNames names) {
    this.bodies = bodies;
    this.excluded = excluded;
    this.names = names;
    open.push(f.key());
  }

  /**
   * A body with calls put in place.
   *
   * @param identifiers what the methods that were put in place mention, beside their variables
   */
  record Inlined(Stmt.Block body, List<Site> sites, Set<String> identifiers) {}

  /**
   * Puts calls in place.
   *
   * @param excluded the paths of calls that stay
   */
  static Inlined of(
      Function f,
      java.util.function.Function<Callee, Optional<Function>> bodies,
      Set<String> excluded,
      ArrayNames names) {
    InPlaceCalls calls = new InPlaceCalls(f, bodies, excluded, names);
    Stmt.Block body = calls.block(f.body());
    return new Inlined(body, calls.sites, calls.identifiers);
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

  /** True for the arrays that are looked at: of one dimension, with numbers in them. */
  static boolean isSmallArrayType(Type t) {
    return t instanceof Type.Array a
        && (a.element().isScalar()
            || a.element().equals(Type.INT)
            || a.element().equals(Type.LONG));
  }

  /** True if an array that may be small is made in a function, or in one that it calls. */
  static boolean mayHaveSmallArrays(
      Function f, java.util.function.Function<Callee, Optional<Function>> bodies) {
    return makesSmall(f, bodies, new HashSet<>());
  }

  private static boolean makesSmall(
      Function f,
      java.util.function.Function<Callee, Optional<Function>> bodies,
      Set<String> seen) {
    boolean[] found = new boolean[1];
    if (seen.add(f.key())) {
      new Walker() {
        @Override
        public Void visit(Expr.NewArray e) {
          found[0] |= isSmallArrayType(e.type());
          return super.visit(e);
        }

        @Override
        public Void visit(Expr.ArrayLiteral e) {
          found[0] |= isSmallArrayType(e.type());
          return super.visit(e);
        }

        @Override
        public Void visit(Expr.Call e) {
          found[0] |=
              isSmallArrayType(e.type())
                  && e.callee().kind() == Callee.Kind.LOCAL
                  && bodies.apply(e.callee()).filter(b -> makesSmall(b, bodies, seen)).isPresent();
          return super.visit(e);
        }
      }.walk(f.body());
    }
    return found[0];
  }

  private Optional<List<Stmt>> put(
      Expr.Call call, Optional<Var> target, boolean declares, Stmt at) {
    if (call.callee().kind() != Callee.Kind.LOCAL) {
      return Optional.empty();
    }
    String here = path + "/" + counts.merge(path, 1, Integer::sum);
    Optional<Function> body = bodies.apply(call.callee());
    if (body.isEmpty() || excluded.contains(here) || !isPossible(call, body.get())) {
      return Optional.empty();
    }
    Function f = body.get();
    mention(f);
    Copies copies = new Copies(here);
    List<Stmt> out = new ArrayList<>(copies.parameters(f, call, at.origin()));
    Set<Var> crossing = new LinkedHashSet<>();
    for (Expr a : call.arguments()) {
      if (a instanceof Expr.Read r && isSmallArrayType(r.type())) {
        crossing.add(r.var());
      }
    }
    target.filter(t -> isSmallArrayType(t.type())).ifPresent(crossing::add);
    sites.add(new Site(here, crossing));
    List<Stmt> renamed = copies.stmts(f.body().statements());
    List<Stmt> placed = new Placing(f, target, declares, at).of(renamed);
    String outer = path;
    path = here;
    open.push(f.key());
    out.addAll(stmts(placed));
    open.pop();
    path = outer;
    return Optional.of(out);
  }

  private boolean isPossible(Expr.Call call, Function f) {
    boolean crosses =
        isSmallArrayType(f.result())
            || call.arguments().stream().anyMatch(a -> isSmallArrayType(a.type()));
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
    return crosses
        && !anyNull
        && !anyConstant
        && open.size() <= MAX_DEPTH
        && !open.contains(f.key())
        && call.receiver() == null
        && f.parameters().size() == call.arguments().size()
        && isPlain(f.body());
  }

  /** True for a body that has nothing in it that is carried along unread or tied to its place. */
  static boolean isPlain(Stmt body) {
    boolean[] plain = {true};
    new Walker() {
      private Void not() {
        plain[0] = false;
        return null;
      }

      @Override
      public Void visit(Expr.Opaque e) {
        return not();
      }

      @Override
      public Void visit(Stmt.Verbatim s) {
        return not();
      }

      @Override
      public Void visit(Stmt.Surgery s) {
        return not();
      }

      @Override
      public Void visit(Stmt.Checkpoint s) {
        return not();
      }
    }.walk(body);
    return plain[0];
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

  /** Renames what a method declares, and lets arguments stand for its parameters. */
  private final class Copies extends Rewriter {
    private final String place;
    private final Map<Var, Var> copies = new HashMap<>();
    private final Map<Var, Expr> constants = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    Copies(String place) {
      this.place = place;
    }

    List<Stmt> parameters(Function f, Expr.Call call, Origin origin) {
      Set<Var> assigned = Mentions.written(List.of(f.body()));
      List<Stmt> out = new ArrayList<>();
      for (int i = 0; i < f.parameters().size(); i++) {
        Var p = f.parameters().get(i);
        Expr a = call.arguments().get(i);
        boolean stays = !assigned.contains(p) && a.type().equals(p.type());
        if (stays && a instanceof Expr.Read r) {
          copies.put(p, r.var());
        } else if (stays && a instanceof Expr.Literal) {
          constants.put(p, a);
        } else {
          Var own = names.copyOfOther(p, place);
          copies.put(p, own);
          String text = own.name() + " = " + Printer.print(a);
          Origin part = new Origin(origin.start(), origin.end(), text);
          out.add(new Stmt.Local(own, Optional.of(a), part));
        }
      }
      return out;
    }

    @Override
    protected Var var(Var v) {
      return copies.computeIfAbsent(v, x -> names.copyOfOther(x, place));
    }

    @Override
    public Expr visit(Expr.Read e) {
      Expr constant = constants.get(e.var());
      return constant != null ? constant : super.visit(e);
    }

    private String label(String name) {
      return labels.computeIfAbsent(name, n -> names.names().freshName(n));
    }

    @Override
    public List<Stmt> visit(Stmt.Labeled s) {
      Stmt.Labeled own = new Stmt.Labeled(label(s.label()), s.body(), s.origin());
      return super.visit(own);
    }

    @Override
    public List<Stmt> visit(Stmt.Break s) {
      return List.of(new Stmt.Break(s.label().map(this::label), s.origin()));
    }

    @Override
    public List<Stmt> visit(Stmt.Continue s) {
      return List.of(new Stmt.Continue(s.label().map(this::label), s.origin()));
    }
  }

  /** Turns the returns of a method into assignments. */
  private final class Placing {
    private final Function method;
    private final Optional<Var> target;
    private final boolean declares;
    private final Stmt at;

    Placing(Function method, Optional<Var> target, boolean declares, Stmt at) {
      this.method = method;
      this.target = target;
      this.declares = declares;
      this.at = at;
    }

    List<Stmt> of(List<Stmt> body) {
      String label = names.names().freshName(method.name());
      TailReturns.Ends ends = TailReturns.of(body, this::leave, label);
      List<Stmt> code = ends.statements();
      if (ends.jumps()) {
        Stmt.Block inner = Stmt.Block.of(withoutReturns(code));
        return declared(List.of(new Stmt.Labeled(label, inner, at.origin())));
      }
      Optional<Stmt.Return> last = last(code);
      if (last.isPresent()) {
        List<Stmt> out = new ArrayList<>(code.subList(0, code.size() - 1));
        out.addAll(gives(last.get().value(), last.get().origin()));
        return out;
      }
      Optional<Var> single = single(code);
      if (single.isPresent()) {
        List<Stmt> out = new ArrayList<>(without(code));
        out.addAll(gives(Optional.of(new Expr.Read(single.get())), at.origin()));
        return out;
      }
      return declared(withoutReturns(code));
    }

    /** The return at the end, if it is the only one. */
    private Optional<Stmt.Return> last(List<Stmt> code) {
      boolean isOnly =
          !code.isEmpty()
              && code.get(code.size() - 1) instanceof Stmt.Return
              && code.subList(0, code.size() - 1).stream().noneMatch(TailReturns::hasReturn);
      return isOnly ? Optional.of((Stmt.Return) code.get(code.size() - 1)) : Optional.empty();
    }

    /** The variable that all returns give, if the code declares it at its outside. */
    private Optional<Var> single(List<Stmt> code) {
      Set<Optional<Expr>> values = new HashSet<>();
      new Walker() {
        @Override
        public Void visit(Stmt.Return s) {
          values.add(s.value());
          return null;
        }
      }.walk(code);
      if (target.isEmpty() || values.size() != 1) {
        return Optional.empty();
      }
      Expr value = values.iterator().next().orElse(null);
      return value instanceof Expr.Read r
              && code.stream().anyMatch(s -> s instanceof Stmt.Local l && l.var().equals(r.var()))
          ? Optional.of(r.var())
          : Optional.empty();
    }

    private List<Stmt> without(List<Stmt> code) {
      return new Rewriter() {
        @Override
        public List<Stmt> visit(Stmt.Return s) {
          return List.of();
        }
      }.stmts(code);
    }

    private List<Stmt> withoutReturns(List<Stmt> code) {
      return new Rewriter() {
        @Override
        public List<Stmt> visit(Stmt.Return s) {
          return leave(s);
        }
      }.stmts(code);
    }

    private List<Stmt> declared(List<Stmt> code) {
      List<Stmt> out = new ArrayList<>();
      if (declares) {
        target.ifPresent(t -> out.add(new Stmt.Local(t, Optional.empty(), at.origin())));
      }
      out.addAll(code);
      return out;
    }

    private List<Stmt> leave(Stmt.Return s) {
      return target.isEmpty()
          ? gives(s.value(), s.origin())
          : List.of(
              new Stmt.Assign(
                  new Place.Variable(target.get()),
                  converted(s.value().orElseThrow()),
                  false,
                  titled(s)));
    }

    private Origin titled(Stmt.Return s) {
      String text = target.orElseThrow().name() + " = " + Printer.print(s.value().orElseThrow());
      return new Origin(s.origin().start(), s.origin().end(), text);
    }

    /** The value where it is computed once, at the end. */
    private List<Stmt> gives(Optional<Expr> value, Origin origin) {
      if (value.isEmpty()) {
        return List.of();
      }
      if (target.isEmpty()) {
        boolean mayFail =
            !(value.get() instanceof Expr.Read || value.get() instanceof Expr.Literal);
        Var unused = new Var(0, method.name(), method.result());
        return mayFail
            ? List.of(new Stmt.Local(names.copyOfOther(unused, path), value, origin))
            : List.of();
      }
      Var v = target.get();
      String text = v.name() + " = " + Printer.print(value.get());
      Origin titled = new Origin(origin.start(), origin.end(), text);
      Expr given = converted(value.get());
      return List.of(
          declares
              ? new Stmt.Local(v, Optional.of(given), titled)
              : new Stmt.Assign(new Place.Variable(v), given, false, titled));
    }

    /** A method converts what it returns to its own type first. */
    private Expr converted(Expr value) {
      boolean isNumber = value.type().isNumeric() && method.result().isNumeric();
      boolean isExact = value.type().equals(method.result());
      return isExact || !isNumber || target.orElseThrow().type().equals(method.result())
          ? value
          : new Expr.Cast(method.result(), value, at.origin());
    }
  }
}
