package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Recording;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Place;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The state of a loop: what to keep, and to put back, so that the loop can run on from there.
 *
 * @param loop the loop as it was written
 * @param variables the variables that it assigns, declared outside of its body
 * @param arrays the arrays, reached from outside of it, whose contents it overwrites
 * @param others the other variables from outside of it that it reads
 * @param contents the regions of the arrays that it reads and does not overwrite
 * @param makesArrays true if the loop can leave behind an array that it has made, or a shadow
 */
record LoopState(
    Stmt loop,
    List<Var> variables,
    List<Expr> arrays,
    List<Var> others,
    Set<Regions.Region> contents,
    boolean makesArrays) {

  static LoopState of(Stmt loop, Regions regions, Summaries summaries) {
    return new Finder(loop, regions, summaries).find();
  }

  /** What the analysis of what must be recorded asks. */
  Recording.Rerun rerun() {
    Reads reads = new Reads(Set.copyOf(others), contents);
    return new Recording.Rerun(Set.copyOf(variables), reads);
  }

  /** The body of any loop. */
  static Stmt.Block body(Stmt loop) {
    if (loop instanceof Stmt.For f) {
      return f.body();
    }
    return loop instanceof Stmt.While w ? w.body() : ((Stmt.DoWhile) loop).body();
  }

  /** What is added to a loop's body at the end of each step. */
  static List<Stmt> update(Stmt loop) {
    return loop instanceof Stmt.For f ? f.update() : List.of();
  }

  private static final class Finder extends Walker {
    private final Stmt loop;
    private final Regions regions;
    private final Overwriting overwriting;
    private final Summaries summaries;
    private final Set<Var> used = new LinkedHashSet<>();
    private final Set<Var> assigned = new LinkedHashSet<>();
    private final Set<Var> own = new HashSet<>();
    private final Set<Regions.Region> overwritten = new HashSet<>();
    private boolean makesArrays;
    private boolean movesRows;
    private boolean returnsArray;

    Finder(Stmt loop, Regions regions, Summaries summaries) {
      this.loop = loop;
      this.regions = regions;
      this.summaries = summaries;
      this.overwriting = new Overwriting(regions, summaries);
    }

    LoopState find() {
      walk(loop);
      if (loop instanceof Stmt.For f) {
        for (Stmt s : f.init()) {
          Var v = ((Stmt.Local) s).var();
          own.remove(v);
          assigned.add(v);
        }
      }
      used.addAll(assigned);
      used.removeAll(own);
      assigned.removeAll(own);
      assigned.forEach(this::checkKept);
      if (makesArrays && (movesRows || returnsArray)) {
        throw refusal(
            movesRows
                ? "it may store an array that it has made in another array"
                : "it may return an array that it has made",
            movesRows
                ? "Make the arrays before the loop, and copy into them."
                : "Assign it to a variable, leave the loop, and return it behind.");
      }
      List<Expr> arrays = new ArrayList<>();
      Set<Regions.Region> reachable = new HashSet<>();
      for (Var v : used) {
        collect(Make.read(v), arrays);
        reachable.addAll(regions.reachable(v.type(), regions.of(v)));
      }
      reachable.removeAll(overwritten);
      used.removeAll(assigned);
      return new LoopState(
          loop,
          List.copyOf(assigned),
          List.copyOf(arrays),
          List.copyOf(used),
          Set.copyOf(reachable),
          makesArrays);
    }

    private Refusal refusal(String what, String remedy) {
      return new Refusal(ErrorId.UNSUPPORTED_CHECKPOINT, loop.origin(), what, remedy);
    }

    private void checkKept(Var v) {
      if (v.type().leaf() instanceof Type.ClassType c && !c.arguments().isEmpty()) {
        throw refusal(
            "the generic type of '" + v.name() + "', which it assigns, has no arrays",
            "Assign it outside of the loop.");
      }
    }

    /** The arrays in a value whose contents are overwritten. */
    private void collect(Expr e, List<Expr> out) {
      if (e.type() instanceof Type.Record r) {
        for (Type.Component c : r.components()) {
          collect(new Expr.Component(e, c.name()), out);
        }
      } else if (e.type() instanceof Type.Array a
          && !Collections.disjoint(regions.reachable(a, regions.of(e)), overwritten)) {
        if (a.leaf() instanceof Type.Record r && !Arguments.arrayTypes(r).isEmpty()) {
          throw refusal(
              "it overwrites arrays that are reached through an array of records",
              "Keep them in arrays of their own.");
        }
        out.add(e);
      }
    }

    @Override
    protected void read(Var v) {
      used.add(v);
    }

    @Override
    protected void write(Var v) {
      assigned.add(v);
    }

    @Override
    protected void declare(Var v) {
      own.add(v);
    }

    @Override
    public Void visit(Stmt.Checkpoint s) {
      return null; // Evaluated before the loop.
    }

    @Override
    public Void visit(Stmt.Local s) {
      overwritten.addAll(overwriting.contents(s));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      overwritten.addAll(overwriting.contents(s));
      movesRows |= s.target() instanceof Place.Slot && holdsArray(s.value().type());
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Evaluate s) {
      overwritten.addAll(overwriting.contents(s));
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Return s) {
      returnsArray |= s.value().filter(e -> holdsArray(e.type())).isPresent();
      return super.visit(s);
    }

    @Override
    public Void visit(Expr.NewArray e) {
      makesArrays = true;
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.ArrayLiteral e) {
      makesArrays = true;
      movesRows |= e.elements().stream().anyMatch(x -> holdsArray(x.type()));
      return super.visit(e);
    }

    @Override
    public Void visit(Expr.Call e) {
      Callee.Kind kind = e.callee().kind();
      makesArrays |= holdsArray(e.type());
      if (kind == Callee.Kind.LOCAL || kind == Callee.Kind.LINKED) {
        boolean stores = summaries.storesReferences(e.callee());
        // A callee that shares its shadows makes those of its own arrays known.
        makesArrays |= stores || e.arguments().stream().anyMatch(a -> a.type().rank() > 1);
        movesRows |= stores;
      }
      if (kind == Callee.Kind.ARRAY) {
        movesRows |= e.arguments().stream().anyMatch(a -> a.type().rank() > 1);
      }
      return super.visit(e);
    }

    private static boolean holdsArray(Type type) {
      return type instanceof Type.Array
          || type instanceof Type.Record r && !Arguments.arrayTypes(r).isEmpty();
    }
  }
}
