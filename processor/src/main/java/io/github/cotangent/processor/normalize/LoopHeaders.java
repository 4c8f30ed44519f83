package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Negation;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves what will become statements out of the headers of loops.
 *
 * <p>Before: {@code while (f(x) > 0) x -= 1;}. After: {@code while (true) { if (!(f(x) > 0)) break;
 * x -= 1; }}
 *
 * <p>Before: {@code for (int i = 0, n = f(x); g(i) < n; i = next(i)) { if (i == 3) continue; h(i);
 * }}. After: {@code int n = f(x); for (int i = 0; true; ) { if (g(i) >= n) break; body: { if (i ==
 * 3) break body; h(i); } i = next(i); }}
 */
final class LoopHeaders extends Rewriter {

  private static final Expr TRUE = new Expr.Literal(Type.BOOLEAN, "true");

  private final Names names;
  private final Temporaries temporaries;
  private Set<String> labels = new LinkedHashSet<>();

  private LoopHeaders(Function f, Names names) {
    this.names = names;
    this.temporaries = new Temporaries(f, names);
  }

  static Function apply(Function f, Names names) {
    return f.withBody(new LoopHeaders(f, names).block(f.body()));
  }

  private Set<String> takeLabels() {
    Set<String> taken = labels;
    labels = new LinkedHashSet<>();
    return taken;
  }

  @Override
  public List<Stmt> visit(Stmt.Labeled s) {
    labels.add(s.label());
    List<Stmt> out = new ArrayList<>(s.body().accept(this));
    labels.clear();
    Stmt last = out.remove(out.size() - 1);
    // What was moved before a loop goes before its label: `continue` names a loop.
    if (last instanceof Stmt.Block b && isLabeledLoop(s.body())) {
      List<Stmt> inner = new ArrayList<>(b.statements());
      Stmt loop = inner.remove(inner.size() - 1);
      inner.add(new Stmt.Labeled(s.label(), loop, s.origin()));
      out.add(new Stmt.Block(inner, b.origin()));
    } else {
      out.add(new Stmt.Labeled(s.label(), last, s.origin()));
    }
    return out;
  }

  @Override
  public List<Stmt> visit(Stmt.While s) {
    takeLabels();
    Expr test = expr(s.test());
    Stmt.Block body = block(s.body());
    return Nesting.canStay(test, false)
        ? List.of(new Stmt.While(test, body, s.origin()))
        : List.of(new Stmt.While(TRUE, leavingUnless(test, body, s.origin()), s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.DoWhile s) {
    Set<String> own = takeLabels();
    Expr test = expr(s.test());
    Stmt.Block body = block(s.body());
    if (Nesting.canStay(test, false)) {
      return List.of(new Stmt.DoWhile(body, test, s.origin()));
    }
    Stmt.Block whole = followed(body, own, List.of(leave(test, s.origin())));
    return List.of(new Stmt.While(TRUE, whole, s.origin()));
  }

  @Override
  public List<Stmt> visit(Stmt.For s) {
    Set<String> own = takeLabels();
    List<Stmt> init = stmts(s.init());
    Expr test = expr(s.test());
    List<Stmt> update = stmts(s.update());
    Stmt.Block body = block(s.body());
    if (!update.stream().allMatch(LoopHeaders::isSimple)) {
      body = followed(body, own, update);
      update = List.of();
    }
    List<Stmt> before = new ArrayList<>(before(init));
    List<Stmt> kept = init.stream().filter(i -> !before.contains(i)).toList();
    if (!Nesting.canStay(test, false)) {
      Stmt.For whole = new Stmt.For(init, test, update, body, s.origin());
      Optional<TestParts.Kept> named = TestParts.of(whole, names, temporaries);
      body = named.isPresent() ? body : leavingUnless(test, body, s.origin());
      test = named.map(TestParts.Kept::test).orElse(TRUE);
      named.ifPresent(n -> before.addAll(n.named()));
    }
    if (Stmt.Checkpoint.of(body).isPresent()) {
      kept = restartable(kept, before);
    }
    Stmt loop = new Stmt.For(kept, test, update, body, s.origin());
    if (before.isEmpty()) {
      return List.of(loop);
    }
    List<Stmt> out = new ArrayList<>(before);
    out.add(loop);
    return List.of(new Stmt.Block(out, s.origin()));
  }

  /** The statements of a loop's start that must stand before it, for the sake of one of them. */
  private static List<Stmt> before(List<Stmt> init) {
    int last = init.size() - 1;
    while (last >= 0 && isSimple(init.get(last))) {
      last--;
    }
    List<Stmt> moved = init.subList(0, last + 1);
    return moved.stream().filter(s -> !isPlainStart(s, moved)).toList();
  }

  /**
   * The start of a loop that is run again: {@code int i = 0} stays in the header, for {@code int i
   * = f(x)} the value gets a name of its own, and anything else moves before the loop.
   */
  private List<Stmt> restartable(List<Stmt> init, List<Stmt> before) {
    if (init.size() == 1
        && init.get(0) instanceof Stmt.Local l
        && l.var().type().equals(Type.INT)
        && l.init().isPresent()) {
      if (l.init().get() instanceof Expr.Literal) {
        return init;
      }
      Var start = names.fresh(l.var().name() + "Start", Type.INT);
      before.add(new Stmt.Local(start, l.init(), l.origin()));
      return List.of(new Stmt.Local(l.var(), Optional.of(new Expr.Read(start)), l.origin()));
    }
    before.addAll(init);
    return List.of();
  }

  /** True for {@code int i = 0} that the others do not use: the header can keep it. */
  private static boolean isPlainStart(Stmt s, List<Stmt> others) {
    return s instanceof Stmt.Local l
        && l.init().isPresent()
        && l.init().get() instanceof Expr.Literal
        && others.stream().noneMatch(o -> Mentions.any(o, l.var()));
  }

  /** True for a declaration or assignment that stays one statement. */
  private static boolean isSimple(Stmt s) {
    if (s instanceof Stmt.Local l) {
      boolean strict = l.var().type().isDifferentiable();
      return l.init().stream().allMatch(e -> Nesting.canStay(e, strict && Nesting.mayBeActive(e)));
    }
    if (s instanceof Stmt.Assign a) {
      boolean strict = a.target().type().isDifferentiable();
      return isSimple(a.target()) && Nesting.canStay(a.value(), strict);
    }
    if (s instanceof Stmt.Evaluate e && e.expr() instanceof Expr.Assigning a) {
      return isSimple(a.target()) && Nesting.canStay(a.value(), a.type().isDifferentiable());
    }
    return s instanceof Stmt.Evaluate e
        && e.expr() instanceof Expr.Stepping step
        && isSimple(step.target());
  }

  private static boolean isSimple(Place p) {
    return p instanceof Place.Variable || Nesting.canStay(p.read(), true);
  }

  /** {@code { if (!test) break; body }}. */
  private static Stmt.Block leavingUnless(Expr test, Stmt.Block body, Origin origin) {
    List<Stmt> out = new ArrayList<>();
    out.add(leave(test, origin));
    out.addAll(body.statements());
    return new Stmt.Block(out, body.origin());
  }

  private static Stmt leave(Expr test, Origin origin) {
    Stmt leave = new Stmt.Break(Optional.empty(), origin);
    Stmt.Block then = new Stmt.Block(List.of(leave), origin);
    return new Stmt.If(Negation.of(test), then, Stmt.Block.EMPTY, origin);
  }

  /** The body, then the statements, which a {@code continue} in the body does not skip. */
  private Stmt.Block followed(Stmt.Block body, Set<String> own, List<Stmt> next) {
    List<Stmt> out = new ArrayList<>();
    if (Jumps.continues(body)) {
      String label = names.freshName("body");
      Stmt.Block turned = Jumps.continuesToBreaks(body, own, label);
      boolean used = Completion.hasBreak(turned, Optional.of(label));
      out.addAll(
          used ? List.of(new Stmt.Labeled(label, turned, body.origin())) : opened(turned, next));
    } else {
      out.addAll(opened(body, next));
    }
    if (Completion.possible(out)) {
      out.addAll(next);
    }
    return new Stmt.Block(out, body.origin());
  }

  /** The statements of a block without its braces, unless they keep names apart. */
  private static List<? extends Stmt> opened(Stmt.Block block, List<Stmt> next) {
    Set<String> inBlock = declared(block.statements());
    boolean apart = Collections.disjoint(inBlock, declared(next));
    return apart ? block.statements() : List.of(block);
  }

  private static Set<String> declared(List<Stmt> statements) {
    Set<String> declared = new LinkedHashSet<>();
    new Walker() {
      @Override
      protected void declare(Var v) {
        declared.add(v.name());
      }
    }.walk(statements);
    return declared;
  }
}
