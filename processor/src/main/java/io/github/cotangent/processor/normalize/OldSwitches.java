package io.github.cotangent.processor.normalize;

import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Switches of statement groups become switches with arrows.
 *
 * <p>Before: {@code switch (k) { case 1: y = x; break; default: y = 0; }}. After: {@code switch (k)
 * { case 1 -> y = x; default -> y = 0; }}
 *
 * <p>Where a group falls through, an arrow switch only finds the group to start with. Before:
 * {@code switch (k) { case 1: y = x; case 2: y += 1; break; default: y = 0; }}. After:
 *
 * <pre>{@code
 * int arm;
 * switch (k) { case 1 -> arm = 0; case 2 -> arm = 1; default -> arm = 2; }
 * cases: {
 *   if (arm <= 0) { y = x; }
 *   if (arm <= 1) { y += 1; break cases; }
 *   y = 0;
 * }
 * }</pre>
 */
final class OldSwitches extends Rewriter {

  private final Names names;

  private OldSwitches(Names names) {
    this.names = names;
  }

  static Function apply(Function f, Names names) {
    return f.withBody(new OldSwitches(names).block(f.body()));
  }

  @Override
  public List<Stmt> visit(Stmt.OldSwitch s) {
    List<Stmt.Arm> groups = new ArrayList<>();
    for (Stmt.Arm group : merged(s.groups())) {
      groups.add(new Stmt.Arm(group.labels(), group.isDefault(), block(group.body()).unwrapped()));
    }
    Expr selector = expr(s.selector());
    List<Stmt> out = new ArrayList<>();
    for (Var v : shared(groups)) {
      Var hoisted = isNamedTwice(v, s) ? names.fresh(v.name(), v.type()) : v;
      out.add(new Stmt.Local(hoisted, Optional.empty(), s.origin()));
      Hoisting hoisting = new Hoisting(v, hoisted);
      groups.replaceAll(g -> new Stmt.Arm(g.labels(), g.isDefault(), hoisting.block(g.body())));
    }
    boolean falls =
        groups.stream()
            .limit(Math.max(0, groups.size() - 1))
            .anyMatch(g -> Completion.possible(g.body().statements()));
    out.addAll(falls ? ladder(s, selector, groups) : List.of(arrows(s, selector, groups)));
    return out.size() == 1 ? out : List.of(new Stmt.Block(out, s.origin()));
  }

  /** Labels without statements belong to the next group; the default stands for its labels too. */
  private static List<Stmt.Arm> merged(List<Stmt.Arm> groups) {
    List<Stmt.Arm> out = new ArrayList<>();
    List<String> labels = new ArrayList<>();
    boolean isDefault = false;
    for (int k = 0; k < groups.size(); k++) {
      Stmt.Arm group = groups.get(k);
      labels.addAll(group.labels());
      isDefault |= group.isDefault();
      if (!group.body().isEmpty() || k == groups.size() - 1) {
        out.add(new Stmt.Arm(isDefault ? List.of() : labels, isDefault, group.body()));
        labels.clear();
        isDefault = false;
      }
    }
    return out;
  }

  private static Stmt arrows(Stmt.OldSwitch s, Expr selector, List<Stmt.Arm> groups) {
    List<Stmt.Arm> arms = new ArrayList<>();
    for (Stmt.Arm g : groups) {
      Stmt.Block body = Jumps.withoutLast(g.body(), Optional.empty());
      arms.add(new Stmt.Arm(g.labels(), g.isDefault(), body));
    }
    return new Stmt.Switch(selector, arms, s.origin());
  }

  private List<Stmt> ladder(Stmt.OldSwitch s, Expr selector, List<Stmt.Arm> groups) {
    Var arm = names.fresh("arm", Type.INT);
    String label = names.freshName("cases");
    boolean complete = groups.stream().anyMatch(Stmt.Arm::isDefault);
    List<Stmt.Arm> finders = new ArrayList<>();
    List<Stmt> steps = new ArrayList<>();
    for (int k = 0; k < groups.size(); k++) {
      Stmt.Arm g = groups.get(k);
      finders.add(new Stmt.Arm(g.labels(), g.isDefault(), assigned(s, arm, k)));
      boolean last = k == groups.size() - 1;
      Stmt.Block body = Jumps.breaksOfSwitch(g.body(), label);
      body = last ? Jumps.withoutLast(body, Optional.of(label)) : body;
      if (last && complete) {
        steps.addAll(body.statements());
      } else {
        Expr test = new Expr.Binary(Expr.Binary.Op.LE, new Expr.Read(arm), number(k), Type.BOOLEAN);
        steps.add(new Stmt.If(test, body, Stmt.Block.EMPTY, s.origin()));
      }
    }
    if (!complete) {
      finders.add(new Stmt.Arm(List.of(), true, assigned(s, arm, groups.size())));
    }
    Stmt.Block block = new Stmt.Block(steps, s.origin());
    boolean jumps = Completion.hasBreak(block, Optional.of(label));
    return List.of(
        new Stmt.Local(arm, Optional.empty(), s.origin()),
        new Stmt.Switch(selector, finders, s.origin()),
        jumps ? new Stmt.Labeled(label, block, s.origin()) : block);
  }

  private static Stmt.Block assigned(Stmt.OldSwitch s, Var arm, int k) {
    Stmt assign = new Stmt.Assign(new Place.Variable(arm), number(k), false, s.origin());
    return new Stmt.Block(List.of(assign), s.origin());
  }

  private static Expr number(int k) {
    return new Expr.Literal(Type.INT, Integer.toString(k));
  }

  /** The variables that one group declares and a later one uses. */
  private static Set<Var> shared(List<Stmt.Arm> groups) {
    Set<Var> declared = new LinkedHashSet<>();
    Set<Var> shared = new LinkedHashSet<>();
    for (Stmt.Arm g : groups) {
      new Walker() {
        @Override
        protected void read(Var v) {
          if (declared.contains(v)) {
            shared.add(v);
          }
        }

        @Override
        protected void write(Var v) {
          read(v);
        }
      }.walk(g.body());
      for (Stmt s : g.body().statements()) {
        if (s instanceof Stmt.Local l) {
          declared.add(l.var());
        }
      }
    }
    return shared;
  }

  /** True where another variable of this name is declared in the switch, in a scope of its own. */
  private static boolean isNamedTwice(Var v, Stmt.OldSwitch s) {
    return new Search() {
      @Override
      protected void declare(Var other) {
        foundIf(!other.equals(v) && other.name().equals(v.name()));
      }
    }.in(s);
  }

  /** Turns the declaration of a variable that is now declared before into an assignment. */
  private static final class Hoisting extends Rewriter {
    private final Var from;
    private final Var to;

    Hoisting(Var from, Var to) {
      this.from = from;
      this.to = to;
    }

    @Override
    protected Var var(Var v) {
      return v.equals(from) ? to : v;
    }

    @Override
    public List<Stmt> visit(Stmt.Local s) {
      if (!s.var().equals(from)) {
        return super.visit(s);
      }
      return s.init()
          .map(this::expr)
          .<List<Stmt>>map(
              e -> List.of(new Stmt.Assign(new Place.Variable(to), e, false, s.origin())))
          .orElse(List.of());
    }
  }
}
