package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Recording;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which values in loops are computed again in the backward pass, though what they are computed from
 * does not stay the same:
 *
 * <pre>{@code
 * for (int i = 0; i < n; i++) {
 *   for (int j = 0; j < n; j++) {
 *     double d = x[j] - x[i];        // computed again, from x as it was
 *     f[i] += d * d * d;
 *   }
 * }
 * for (int i = 0; i < n; i++) {
 *   x[i] += f[i];                    // saves x[i], not each d
 * }
 * }</pre>
 *
 * <p>That holds for sums and products of few elements and variables, none of which is overwritten
 * in the rest of the block: what is overwritten behind it is put back by then. It is chosen where
 * fewer numbers are recorded that way, counted by the loops around them, and only then: to save
 * what is overwritten costs as much as to record a value.
 */
final class Recomputing {

  /** The most operations and reads; a value that is recorded costs a store, a load and memory. */
  private static final int CHEAP = 12;

  /** The most kinds of operands that are tried. */
  private static final int MAX_GROUPS = 6;

  /** How many rounds a loop is taken to have. */
  private static final double ROUNDS = 64;

  private final Assignments assignments;
  private final Regions regions;
  private final Set<Var> needed = new HashSet<>();
  private final Map<Stmt, Integer> depths = new IdentityHashMap<>();

  /** The candidates, by what they are computed from. */
  private final Map<Reads, Set<Stmt>> groups = new LinkedHashMap<>();

  private Recomputing(Primal primal) {
    this.assignments = primal.assignments();
    this.regions = primal.regions();
  }

  /**
   * What was chosen.
   *
   * @param recomputed the declarations whose values are computed again
   * @param recording what must be recorded then
   */
  record Choice(Set<Stmt> recomputed, Recording recording) {}

  /**
   * Chooses.
   *
   * @param recording finds what must be recorded
   * @param isEnabled false to compute nothing again
   */
  static Choice choose(
      Stmt.Block body,
      Primal primal,
      BackwardReads reads,
      Function<BackwardReads, Recording> recording,
      boolean isEnabled) {
    Choice best = new Choice(Set.of(), recording.apply(reads));
    if (!isEnabled) {
      return best;
    }
    Recomputing search = new Recomputing(primal);
    search.new Finder(reads).walk(body);
    search.groups.values().forEach(g -> g.removeIf(s -> !search.isNeeded(s)));
    search.groups.values().removeIf(Set::isEmpty);
    if (search.groups.size() > MAX_GROUPS) {
      return best;
    }
    for (Set<Stmt> group : search.groups.values()) {
      Set<Stmt> more = set(best.recomputed());
      more.addAll(group);
      Choice choice = new Choice(more, recording.apply(reads.recomputing(more)));
      double recorded = group.stream().mapToDouble(search::weight).sum();
      if (search.saved(choice.recording()) < search.saved(best.recording()) + recorded) {
        best = choice;
      }
    }
    return best;
  }

  private static Set<Stmt> set(Set<Stmt> from) {
    Set<Stmt> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(from);
    return set;
  }

  /** True for few sums and products of elements and variables. */
  static boolean isCheap(Expr e) {
    return Cost.of(e) <= CHEAP;
  }

  private boolean isNeeded(Stmt s) {
    return needed.contains(((Stmt.Local) s).var());
  }

  private double saved(Recording recording) {
    return depths.keySet().stream()
        .filter(
            s ->
                recording.readerOfVariable(s).isPresent()
                    || recording.readerOfContents(s).isPresent())
        .mapToDouble(this::weight)
        .sum();
  }

  private double weight(Stmt s) {
    return Math.pow(ROUNDS, depths.get(s));
  }

  /** Finds the candidates, and what adjoints need. */
  private final class Finder extends Walker {
    private final BackwardReads reads;
    private int depth;

    Finder(BackwardReads reads) {
      this.reads = reads;
    }

    @Override
    public Void visit(Stmt.Block s) {
      for (int i = 0; i < s.statements().size(); i++) {
        if (depth > 0 && s.statements().get(i) instanceof Stmt.Local l && isCandidate(l)) {
          if (isKept(l.init().get(), s.statements().subList(i + 1, s.statements().size()))) {
            groups.computeIfAbsent(changing(l.init().get()), k -> set(Set.of())).add(l);
          }
        }
      }
      return super.visit(s);
    }

    /** True if statements change nothing of what an expression reads. */
    private boolean isKept(Expr e, List<Stmt> rest) {
      Reads operands = Reads.of(e, regions);
      Set<Regions.Region> changed = new HashSet<>();
      new Walker() {
        @Override
        public Void visit(Stmt.Local s) {
          changed.addAll(reads.changed(s));
          return null;
        }

        @Override
        public Void visit(Stmt.Assign s) {
          changed.addAll(reads.changed(s));
          return null;
        }

        @Override
        public Void visit(Stmt.Evaluate s) {
          changed.addAll(reads.changed(s));
          return null;
        }

        @Override
        public Void visit(Stmt.Verbatim s) {
          changed.addAll(operands.regions());
          return null;
        }
      }.walk(rest);
      return Collections.disjoint(operands.regions(), changed)
          && Collections.disjoint(operands.vars(), Mentions.written(rest));
    }

    private boolean isCandidate(Stmt.Local l) {
      return l.var().type() instanceof Type.Primitive
          && l.init().isPresent()
          && assignments.isSingle(l.var())
          && !assignments.isCaptured(l.var())
          && !assignments.isStable(l.init().get(), regions)
          && isCheap(l.init().get());
    }

    /** Those of the reads that do not stay the same. */
    private Reads changing(Expr e) {
      Reads all = Reads.of(e, regions);
      Set<Var> vars = new HashSet<>(all.vars());
      vars.removeIf(v -> assignments.isSingle(v) || assignments.isCountedIndex(v));
      Set<Regions.Region> contents = new HashSet<>(all.regions());
      contents.removeIf(r -> !assignments.isWritten(r));
      return new Reads(vars, contents);
    }

    private void simple(Stmt s) {
      depths.put(s, depth);
      needed.addAll(reads.before(s).vars());
      needed.addAll(reads.after(s).vars());
    }

    @Override
    public Void visit(Stmt.Local s) {
      simple(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      simple(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Evaluate s) {
      simple(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.For s) {
      walk(s.init());
      return deeper(
          () -> {
            walk(s.test());
            walk(s.body());
            walk(s.update());
          });
    }

    @Override
    public Void visit(Stmt.While s) {
      return deeper(() -> super.visit(s));
    }

    @Override
    public Void visit(Stmt.DoWhile s) {
      return deeper(() -> super.visit(s));
    }

    private Void deeper(Runnable visit) {
      depth++;
      visit.run();
      depth--;
      return null;
    }
  }

  /** The operations and reads of an expression; more than can be cheap for all but the simplest. */
  private static final class Cost extends Walker {
    private int count;

    static int of(Expr e) {
      Cost cost = new Cost();
      cost.walk(e);
      return cost.count;
    }

    private Void tooMuch() {
      count += CHEAP + 1;
      return null;
    }

    @Override
    protected void read(Var v) {
      count++;
    }

    @Override
    public Void visit(Expr.Binary e) {
      boolean isCheap =
          switch (e.op()) {
            case ADD, SUB, MUL -> e.type().isNumeric();
            default -> false;
          };
      count++;
      return isCheap ? super.visit(e) : tooMuch();
    }

    @Override
    public Void visit(Expr.Unary e) {
      count++;
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      return tooMuch();
    }

    @Override
    public Void visit(Expr.Conditional e) {
      return tooMuch();
    }

    @Override
    public Void visit(Expr.Field e) {
      return tooMuch();
    }

    @Override
    public Void visit(Expr.NewArray e) {
      return tooMuch();
    }

    @Override
    public Void visit(Expr.ArrayLiteral e) {
      return tooMuch();
    }

    @Override
    public Void visit(Expr.NewRecord e) {
      return tooMuch();
    }

    @Override
    public Void visit(Expr.Opaque e) {
      return tooMuch();
    }
  }
}
