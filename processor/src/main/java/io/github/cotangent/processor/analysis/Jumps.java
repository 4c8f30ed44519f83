package io.github.cotangent.processor.analysis;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Stmt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which statements may be left by a {@code break}, {@code continue} or {@code return} so that the
 * next statement is not reached. A {@code throw} leaves the whole derivative and does not count.
 */
public final class Jumps {

  /** Where a jump goes: a statement, and whether to its next iteration. */
  private record Target(Stmt statement, boolean isContinue) {}

  private static final Target RETURN = new Target(null, false);

  private final Map<Stmt, Set<Target>> leaving = new IdentityHashMap<>();
  private final Map<Stmt, Boolean> never = new IdentityHashMap<>();
  private final Map<Stmt, Stmt> targets = new IdentityHashMap<>();
  private final Deque<Stmt> enclosing = new ArrayDeque<>();
  private final Map<String, Stmt> labels = new HashMap<>();

  private Jumps() {}

  /** The jumps in a function's body. */
  public static Jumps of(Stmt.Block body) {
    Jumps jumps = new Jumps();
    jumps.scan(body);
    return jumps;
  }

  /** True if a jump inside the statement may leave it. */
  public boolean mayLeave(Stmt s) {
    return !leaving.getOrDefault(s, Set.of()).isEmpty();
  }

  /** True if the statement never ends normally: every path jumps or throws. */
  public boolean neverCompletes(Stmt s) {
    return never.getOrDefault(s, false);
  }

  /** True if a jump leaves the loop before its test says so: break, return, or outer jumps. */
  public boolean leavesEarly(Stmt loop, Stmt.Block body) {
    return mayExit(loop, body);
  }

  /** The first jump that leaves a loop early. */
  public Stmt exit(Stmt loop, Stmt.Block body) {
    return Innermost.of(body, s -> mayExit(loop, s));
  }

  private boolean mayExit(Stmt loop, Stmt inside) {
    return leaving.getOrDefault(inside, Set.of()).stream()
        .anyMatch(t -> !(t.isContinue() && t.statement() == loop));
  }

  /** True if the end of a loop's body may be passed by on the way to the next iteration. */
  public boolean skipsEnd(Stmt loop, Stmt.Block body) {
    return neverCompletes(body)
        || leaving.getOrDefault(body, Set.of()).stream()
            .anyMatch(t -> t.isContinue() && t.statement() == loop);
  }

  /** The statement that a break or continue refers to. */
  public Stmt target(Stmt jump) {
    return targets.get(jump);
  }

  private Set<Target> scan(Stmt s) {
    if (s instanceof Stmt.Local || s instanceof Stmt.Assign || s instanceof Stmt.Evaluate) {
      return Set.of(); // Most statements: nothing need be noted of them.
    }
    Set<Target> out = new HashSet<>();
    boolean stops = false;
    if (s instanceof Stmt.Block b) {
      for (Stmt x : b.statements()) {
        out.addAll(scan(x));
        stops |= neverCompletes(x);
      }
    } else if (s instanceof Stmt.If i) {
      out.addAll(scan(i.then()));
      out.addAll(scan(i.otherwise()));
      stops = neverCompletes(i.then()) && neverCompletes(i.otherwise());
    } else if (s instanceof Stmt.For f) {
      stops = loop(f, f.test(), f.body(), out);
    } else if (s instanceof Stmt.While w) {
      stops = loop(w, w.test(), w.body(), out);
    } else if (s instanceof Stmt.DoWhile d) {
      stops = loop(d, d.test(), d.body(), out);
    } else if (s instanceof Stmt.Switch w) {
      stops = choice(w, out);
    } else if (s instanceof Stmt.Labeled l) {
      Stmt named = l.body().isLoop() ? l.body() : l;
      labels.put(l.label(), named);
      out.addAll(scan(l.body()));
      boolean left = out.removeIf(t -> t.statement() == named);
      stops = neverCompletes(l.body()) && !left;
      labels.remove(l.label());
    } else if (s instanceof Stmt.Break b) {
      out.add(jump(b, b.label(), false));
      stops = true;
    } else if (s instanceof Stmt.Continue c) {
      out.add(jump(c, c.label(), true));
      stops = true;
    } else if (s instanceof Stmt.Return) {
      out.add(RETURN);
      stops = true;
    } else if (s instanceof Stmt.Throw) {
      stops = true;
    }
    leaving.put(s, out);
    never.put(s, stops);
    return out;
  }

  private Target jump(Stmt s, Optional<String> label, boolean isContinue) {
    Stmt target = label.map(labels::get).orElseGet(() -> innermost(isContinue));
    targets.put(s, target);
    return new Target(target, isContinue);
  }

  private Stmt innermost(boolean loopsOnly) {
    return enclosing.stream()
        .filter(s -> !loopsOnly || !(s instanceof Stmt.Switch))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("a jump outside of any loop"));
  }

  private boolean loop(Stmt loop, Expr test, Stmt.Block body, Set<Target> out) {
    enclosing.push(loop);
    out.addAll(scan(body));
    enclosing.pop();
    boolean breaks = out.removeIf(t -> t.statement() == loop && !t.isContinue());
    out.removeIf(t -> t.statement() == loop);
    return test.isTrue() && !breaks;
  }

  private boolean choice(Stmt.Switch s, Set<Target> out) {
    enclosing.push(s);
    boolean all = s.arms().stream().anyMatch(Stmt.Arm::isDefault);
    for (Stmt.Arm a : s.arms()) {
      out.addAll(scan(a.body()));
      all &= neverCompletes(a.body());
    }
    enclosing.pop();
    boolean breaks = out.removeIf(t -> t.statement() == s && !t.isContinue());
    return all && !breaks;
  }
}
