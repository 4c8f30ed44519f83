package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.analysis.Recording;
import io.github.cotangent.processor.analysis.Regions;
import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a loop: what to keep, and to put back, so that the loop can run on from there.
 *
 * @param loop the loop as it was written
 * @param variables the variables that it assigns, declared outside of its body
 * @param arrays the arrays, reached from outside of it, whose contents it overwrites
 * @param others the other variables from outside of it that it reads
 * @param contents the regions of arrays that it reads, and that are not put back as a whole
 * @param leavesArrays true if a variable may hold an array or a value in the end that the loop has
 *     made
 * @param makesArrays true if arrays or values may become known by their shadows that a step has
 *     made
 * @param unkept the first thing that was reported
 */
record LoopState(
    Stmt loop,
    List<Var> variables,
    List<Expr> arrays,
    List<Var> others,
    Set<Regions.Region> contents,
    boolean leavesArrays,
    boolean makesArrays,
    Optional<Reason> unkept) {

  /** Finds the state; what of it cannot be put back is reported. */
  static LoopState of(Stmt loop, Regions regions, Summaries summaries, Problems problems) {
    return new Finder(loop, regions, summaries, problems).find();
  }

  /** What the analysis of what must be recorded asks. */
  Recording.Rerun rerun() {
    Reads reads = new Reads(Set.copyOf(others), contents);
    return new Recording.Rerun(Set.copyOf(variables), reads);
  }

  /** The variables that it assigns, other than those of its header. */
  Set<Var> assigned() {
    Set<Var> assigned = new LinkedHashSet<>(variables);
    if (loop instanceof Stmt.For f) {
      f.init().forEach(s -> assigned.remove(((Stmt.Local) s).var()));
    }
    return assigned;
  }

  /** What runs at the end of each step. */
  static List<Stmt> update(Stmt loop) {
    return loop instanceof Stmt.For f ? f.update() : List.of();
  }

  private static final class Finder extends Walker {
    private final Stmt loop;
    private final Regions regions;
    private final Overwriting overwriting;
    private final MadeArrays made;
    private final Problems problems;
    private final Set<Var> used = new LinkedHashSet<>();
    private final Set<Var> assigned = new LinkedHashSet<>();
    private final Set<Var> own = new HashSet<>();
    private final Map<Expr, Origin> written = new LinkedHashMap<>();
    private final Map<Var, Origin> assignedAt = new HashMap<>();
    private Origin here;
    private Reason unkept;

    Finder(Stmt loop, Regions regions, Summaries summaries, Problems problems) {
      this.loop = loop;
      this.regions = regions;
      this.overwriting = new Overwriting(regions, summaries);
      this.made = new MadeArrays(regions, summaries);
      this.problems = problems;
      this.here = loop.origin();
    }

    LoopState find() {
      walk(loop);
      made.walk(loop);
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
      checkValues();
      assigned.forEach(this::checkKept);
      Set<Regions.Region> outside = reachable(used);
      checkMade(outside);
      Set<Expr> arrays = new LinkedHashSet<>();
      Set<Regions.Region> overwritten = writtenAnywhere(arrays);
      used.forEach(v -> collect(Make.read(v), overwritten, arrays));
      arrays.forEach(this::checkKept);
      outside.removeAll(overwritten);
      Set<Var> others = new LinkedHashSet<>(used);
      others.removeAll(assigned);
      return new LoopState(
          loop,
          List.copyOf(assigned),
          List.copyOf(arrays),
          List.copyOf(others),
          Set.copyOf(outside),
          !Collections.disjoint(made.regions(), reachable(assigned)),
          made.any(),
          Optional.ofNullable(unkept));
    }

    private Set<Regions.Region> reachable(Set<Var> vars) {
      Set<Regions.Region> all = new HashSet<>();
      vars.forEach(v -> all.addAll(regions.reachable(v.type(), regions.of(v))));
      return all;
    }

    /**
     * Finds the arrays that are written by a name from outside which stays theirs; gives the
     * regions of the others.
     */
    private Set<Regions.Region> writtenAnywhere(Set<Expr> byName) {
      Set<Regions.Region> anywhere = new HashSet<>();
      for (Expr e : written.keySet()) {
        Expr root = e;
        while (root instanceof Expr.Element x) {
          root = x.array();
        }
        Var v = Reads.base(root);
        boolean isPath = v != null && !throughElement(root);
        if (isPath && used.contains(v) && !assigned.contains(v)) {
          byName.add(root);
        } else {
          anywhere.addAll(regions.reachable(e.type(), regions.of(e)));
        }
      }
      return anywhere;
    }

    private static boolean throughElement(Expr path) {
      Expr e = path;
      while (e instanceof Expr.Component c) {
        e = c.record();
      }
      return e instanceof Expr.Element;
    }

    /** The arrays in a value of which any may be overwritten. */
    private void collect(Expr e, Set<Regions.Region> overwritten, Set<Expr> out) {
      if (e.type() instanceof Type.Record r) {
        for (Type.Component c : r.components()) {
          collect(new Expr.Component(e, c.name()), overwritten, out);
        }
      } else if (e.type() instanceof Type.Array a
          && !Collections.disjoint(regions.reachable(a, regions.of(e)), overwritten)) {
        out.add(e);
      }
    }

    private void refuse(Origin at, String what, String remedy) {
      unkept = unkept == null ? Reason.of(Why.UNKEPT_STATE, what) : unkept;
      problems.report(ErrorId.UNSUPPORTED_CHECKPOINT, at, what, remedy);
    }

    /** The adjoints of values in arrays are found by their identity, which a step changes. */
    private void checkValues() {
      for (Var v : used) {
        if (Leaf.of(v.type()).stream().anyMatch(l -> isArrayOfValues(l.type()))) {
          refuse(
              loop.origin(),
              "it uses '"
                  + v.name()
                  + "', an array with values of a type that declares itself differentiable",
              "Use variables, a record of such values, or one value in place of the array, as a"
                  + " stacked tensor and its index(0, i); or leave the mark out.");
        }
      }
    }

    private static boolean isArrayOfValues(Type type) {
      return type.rank() > 0 && type.holdsValue();
    }

    private void checkKept(Var v) {
      if (v.type().leaf() instanceof Type.ClassType c && !c.arguments().isEmpty()) {
        refuse(
            assignedAt.getOrDefault(v, loop.origin()),
            "it assigns '" + v.name() + "', whose type is generic",
            "Assign it outside of the loop.");
      }
    }

    private void checkKept(Expr array) {
      if (array.type().leaf() instanceof Type.Record r && !r.arrayTypes().isEmpty()) {
        refuse(
            writtenAt(array),
            "it may overwrite arrays that are reached through an array of records",
            "Keep them in arrays of their own.");
      }
    }

    /** The first place that may overwrite what an array leads to. */
    private Origin writtenAt(Expr array) {
      List<Regions.Region> inside = regions.reachable(array.type(), regions.of(array));
      return written.entrySet().stream()
          .filter(
              w ->
                  !Collections.disjoint(
                      inside, regions.reachable(w.getKey().type(), regions.of(w.getKey()))))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(loop.origin());
    }

    /** An array that a step makes is another one each time: it must be found by a variable. */
    private void checkMade(Set<Regions.Region> outside) {
      for (Origin at : made.storesInto(outside)) {
        refuse(
            at,
            "it may store an array that it has made in another array",
            "Make the arrays before the loop, and copy into them.");
      }
      for (Origin at : made.returnsOne()) {
        refuse(
            at,
            "it may return an array that it has made",
            "Assign it to a variable, leave the loop, and return it behind.");
      }
    }

    @Override
    protected void read(Var v) {
      used.add(v);
    }

    @Override
    protected void write(Var v) {
      assigned.add(v);
      assignedAt.putIfAbsent(v, here);
    }

    @Override
    protected void declare(Var v) {
      own.add(v);
    }

    private void enter(Stmt s) {
      here = s.origin();
      overwriting.written(s).forEach(e -> written.putIfAbsent(e, here));
    }

    @Override
    public Void visit(Stmt.Checkpoint s) {
      return null; // Evaluated before the loop.
    }

    @Override
    public Void visit(Stmt.Local s) {
      enter(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Assign s) {
      enter(s);
      return super.visit(s);
    }

    @Override
    public Void visit(Stmt.Evaluate s) {
      enter(s);
      return super.visit(s);
    }
  }
}
