package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Assignments;
import io.github.cotangent.processor.analysis.CountedLoop;
import io.github.cotangent.processor.analysis.Jumps;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Signs;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Search;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A pair that needs no tape between its halves: the backward half reads arguments only, and what
 * follows from them without effort. Its forward half returns the method's value.
 *
 * <pre>{@code
 * static double[] lowerForward(double[] row, double[] v)
 * static void lowerBackward(double[] row, double[] v, double[] dResult, double[] drow, double[] dv) {
 *   int d = v.length;
 *   int next = d;
 *   for (int column = 0; column < d; column++) {
 *     next += d - (column + 1);
 *   }
 *   ...
 * }
 * }</pre>
 *
 * @param read the parameters that the backward half reads, by index
 * @param again the statements by which it computes the rest anew
 */
record TapelessPair(List<Integer> read, List<Stmt> again) {

  /**
   * The pair without a tape, or what stands in its way.
   *
   * @param pair empty where a tape is needed
   * @param hindrance why it is needed, if it is
   */
  record Found(Optional<TapelessPair> pair, Optional<Reason> hindrance) {
    static Found not(Why why, Object... arguments) {
      return new Found(Optional.empty(), Optional.of(Reason.of(why, arguments)));
    }
  }

  /**
   * The pair without a tape, if there is one.
   *
   * @param flat the function, as its sweeps were made from it; it writes into no array of its
   *     caller
   * @param needed what the backward half reads of the forward half
   */
  static Found of(Function flat, Set<Var> needed, Summaries summaries) {
    if (isRecord(flat.result())) {
      return Found.not(Why.RESULT_IS_RECORD);
    }
    if (!isPlain(flat.result())) {
      return Found.not(Why.NO_NUMBERS, "the method's result");
    }
    for (Var p : flat.parameters()) {
      if (!isPlain(p.type())) {
        return Found.not(Why.NO_NUMBERS, "'" + p + "'");
      }
    }
    Regions regions = Regions.of(flat, Set.copyOf(flat.differentiable()), summaries);
    Again again = new Again(flat, Assignments.of(flat, regions, summaries));
    List<Var> others = needed.stream().filter(v -> !again.computes(v)).toList();
    if (!others.isEmpty()) {
      return others.stream()
          .filter(v -> !Names.isMade(v))
          .min(Comparator.comparing(Var::id))
          .map(v -> Found.not(Why.NOT_FROM_ARGUMENTS, v))
          .orElse(Found.not(Why.VALUES_ARE_KEPT));
    }
    Set<Var> read = new HashSet<>(needed);
    again.code.forEach(s -> read.addAll(Mentions.read(s)));
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < flat.parameters().size(); i++) {
      if (read.contains(flat.parameters().get(i))) {
        indices.add(i);
      }
    }
    return new Found(Optional.of(new TapelessPair(indices, again.code)), Optional.empty());
  }

  private static boolean isRecord(Type type) {
    return type instanceof Type.Record;
  }

  /**
   * What a caller can surely hand over a second time: numbers, text, arrays and records of them.
   */
  private static boolean isPlain(Type type) {
    if (type instanceof Type.Record r) {
      return r.components().stream().allMatch(c -> isPlain(c.type()));
    }
    return type instanceof Type.Primitive
        || type.equals(Type.STRING)
        || type instanceof Type.Array a && a.leaf() instanceof Type.Primitive;
  }

  /** Computes variables of a function anew, as they were at its end. */
  private static final class Again {
    private final Function flat;
    private final Assignments assignments;
    private final LoopBounds bounds;
    private final Jumps jumps;
    private final Set<Var> assigned;
    private final Set<Var> indices = new HashSet<>();
    private final Set<Var> computed = new LinkedHashSet<>();
    private final List<Stmt> code = new ArrayList<>();

    Again(Function flat, Assignments assignments) {
      this.flat = flat;
      this.assignments = assignments;
      this.jumps = Jumps.of(flat.body());
      this.bounds = new LoopBounds(new Signs(assignments));
      this.assigned = Mentions.written(List.of(flat.body()));
    }

    /** True if the variable can be had without a tape; the code for it is added. */
    boolean computes(Var v) {
      if (computed.contains(v) || flat.parameters().contains(v) && !assigned.contains(v)) {
        return true;
      }
      List<Stmt> body = flat.body().statements();
      for (int i = 0; i < body.size() && !jumps.mayLeave(body.get(i)); i++) {
        if (body.get(i) instanceof Stmt.Local l && l.var().equals(v) && l.init().isPresent()) {
          return isEasy(l.init().get()) && follows(l, body.subList(i + 1, body.size()));
        }
      }
      return false; // Or the function may end before it is declared.
    }

    private boolean follows(Stmt.Local declaration, List<Stmt> rest) {
      Var v = declaration.var();
      List<Stmt> changes = new ArrayList<>();
      boolean mayHaveEnded = false;
      for (Stmt s : rest) {
        if (Mentions.writes(s, v)) {
          if (mayHaveEnded) {
            return false;
          }
          Optional<Stmt> change = v.type().equals(Type.INT) ? steps(s, v) : Optional.empty();
          if (change.isEmpty()) {
            return false;
          }
          changes.add(change.get());
        }
        mayHaveEnded |= jumps.mayLeave(s);
      }
      if (!changes.isEmpty()) {
        code.add(new Stmt.Comment(v + ", as the forward half left it"));
      }
      code.add(declaration);
      code.addAll(changes);
      return computed.add(v);
    }

    /** The statement as far as it counts a variable up or down; nothing where it does else. */
    private Optional<Stmt> steps(Stmt s, Var v) {
      if (step(s, v).isPresent()) {
        return Optional.of(s);
      }
      if (!(s instanceof Stmt.For loop)
          || jumps.leavesEarly(loop, loop.body())
          || jumps.skipsEnd(loop, loop.body())) {
        return Optional.empty();
      }
      Optional<CountedLoop> counted = assignments.counted(loop).filter(CountedLoop::isExact);
      if (counted.isEmpty()
          || !isEasy(counted.get().start())
          || !isEasy(loop.test(), counted.get().index())) {
        return Optional.empty();
      }
      indices.add(counted.get().index());
      List<Stmt> changes = new ArrayList<>();
      for (Stmt inner : loop.body().statements()) {
        if (Mentions.writes(inner, v)) {
          Optional<Stmt> change = steps(inner, v);
          if (change.isEmpty()) {
            return Optional.empty();
          }
          changes.add(change.get());
        }
      }
      Stmt.Block body = new Stmt.Block(changes, loop.body().origin());
      return Optional.of(
          changes.size() == 1 && step(changes.get(0), v).isPresent()
              ? all(step(changes.get(0), v).getAsInt(), v, counted.get())
              : new Stmt.For(loop.init(), loop.test(), loop.update(), body, loop.origin()));
    }

    /** The steps of all rounds in one. */
    private Stmt all(int step, Var v, CountedLoop loop) {
      Expr trips = bounds.trips(loop);
      Expr change =
          Math.abs(step) == 1
              ? trips
              : Make.binary(Expr.Binary.Op.MUL, Make.literal(Math.abs(step)), trips);
      Expr sum = step > 0 ? Make.add(Make.read(v), change) : Make.subtract(Make.read(v), change);
      return new Stmt.Assign(new Place.Variable(v), sum, true, Origin.NONE);
    }

    private static OptionalInt step(Stmt s, Var v) {
      if (!(s instanceof Stmt.Assign a)
          || !a.target().equals(new Place.Variable(v))
          || !(a.value() instanceof Expr.Binary sum)
          || !sum.left().equals(Make.read(v))) {
        return OptionalInt.empty();
      }
      OptionalInt step = Signs.value(sum.right());
      return switch (sum.op()) {
        case ADD -> step;
        case SUB -> step.isPresent() ? OptionalInt.of(-step.getAsInt()) : step;
        default -> OptionalInt.empty();
      };
    }

    /** True if a formula costs little and reads nothing but what is there. */
    private boolean isEasy(Expr formula, Var... local) {
      return !new Search() {
        @Override
        protected void read(Var v) {
          boolean isIndex = List.of(local).contains(v) || indices.contains(v);
          foundIf(!isIndex && (assigned.contains(v) || !computes(v)));
        }

        @Override
        public Void visit(Expr.Call e) {
          return found();
        }

        @Override
        public Void visit(Expr.NewArray e) {
          return found();
        }

        @Override
        public Void visit(Expr.ArrayLiteral e) {
          return found();
        }

        @Override
        public Void visit(Expr.Opaque e) {
          return found();
        }

        @Override
        public Void visit(Expr.Field e) {
          return found();
        }
      }.in(formula);
    }
  }
}
