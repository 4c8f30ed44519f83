package io.github.cotangent.processor.optimize;

import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which statements of a function may become a method of their own.
 *
 * <p>Not those that jump out of where they stand or never end, and not those that assign what
 * carried text (a lambda, for one) reads outside of them: it may be read later, and must stay a
 * local variable. Nor what uses a variable whose type cannot be written.
 */
final class Movable {

  private final Jumps jumps;
  private final Map<Var, Integer> uses;
  private final Set<Var> captured = new HashSet<>();
  private final boolean hasLocalClass;

  /** Statements shortened from inside, and what they were. */
  private final Map<Stmt, Stmt> originals = new IdentityHashMap<>();

  Movable(Function f) {
    this.jumps = Jumps.of(f.body());
    Uses all = new Uses();
    all.walk(f.body());
    this.uses = all.counts;
    boolean[] found = new boolean[1];
    new Walker() {
      private void text(Code code) {
        captured.addAll(code.reads());
        captured.addAll(code.writes());
      }

      @Override
      public Void visit(Expr.Opaque e) {
        text(e.code());
        return null;
      }

      @Override
      public Void visit(Stmt.Verbatim s) {
        text(s.code());
        found[0] |= s.origin().text().equals("local class");
        return null;
      }
    }.walk(f.body());
    this.hasLocalClass = found[0];
  }

  private static final class Uses extends Walker {
    private final Map<Var, Integer> counts = new HashMap<>();
    private final Set<Var> assigned = new HashSet<>();

    private void use(Var v) {
      counts.merge(v, 1, Integer::sum);
    }

    @Override
    protected void read(Var v) {
      use(v);
    }

    @Override
    protected void write(Var v) {
      use(v);
      assigned.add(v);
    }

    @Override
    protected void declare(Var v) {
      use(v);
      assigned.add(v);
    }
  }

  /** Says that a statement now stands for another, which it was. */
  Stmt replaced(Stmt original, Stmt now) {
    originals.put(now, originals.getOrDefault(original, original));
    return now;
  }

  /** True where the statement may be moved into a method. */
  boolean test(Stmt s) {
    if (Section.of(s).isPresent() || hasLocalClass) {
      return false;
    }
    Stmt original = originals.getOrDefault(s, s);
    if (jumps.mayLeave(original) || jumps.neverCompletes(original)) {
      return false;
    }
    Uses here = new Uses();
    here.walk(original);
    for (Map.Entry<Var, Integer> use : here.counts.entrySet()) {
      Var v = use.getKey();
      boolean isLocal = use.getValue().equals(uses.get(v));
      boolean isFixed = !isDenotable(v.type()) || captured.contains(v) && here.assigned.contains(v);
      if (!isLocal && isFixed) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDenotable(Type type) {
    return !(type.leaf() instanceof Type.ClassType c)
        || c.denotable() && c.arguments().stream().allMatch(Movable::isDenotable);
  }
}
