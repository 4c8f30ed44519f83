package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.diagnostics.Why;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Mentions;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Renaming;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The rows of a Jacobian in one method: forward once, and back once for each element of a result
 * whose length is known, with everything in local variables.
 *
 * <pre>{@code
 * double v = Math.sin(x[0]);                     double v = Math.sin(x[0]);
 * for (int row = 0; row < 2; row++) {            {
 *   double dResult0 = row == 0 ? 1.0 : 0.0;        double[] dxRow = dx[0];
 *   double dResult1 = row == 1 ? 1.0 : 0.0;        …
 *   …                                            }
 *   dxRow[0] += dv * Math.cos(x[0]);             {
 * }                                                double[] dxRow = dx[1];
 *                                                  …
 *                                                }
 * }</pre>
 *
 * <p>Short ones stand one after the other, and each is rid of what the other elements would pass on
 * ({@link KnownAdjoints}).
 *
 * <p>For functions that write into no array and call no others: their backward half asks for
 * nothing by identity and puts nothing back but variables.
 */
final class JacobianRows {

  /** Assignments that the ways back may have together, written one after the other. */
  private static final int MAX_WRITTEN_OUT = 400;

  private static final String SEED = "dResult";

  private final Derivative derivative;
  private final Function function;
  private final Sweeps sweeps;
  private final List<Var> seeds;
  private final Map<Var, Var> blocks;
  private final Assembly assembly;
  private final int maxWrittenOut;

  private JacobianRows(
      Derivative derivative,
      Sweeps sweeps,
      List<Var> seeds,
      Map<Var, Var> blocks,
      Set<Optimization> enabled) {
    this.derivative = derivative;
    this.function = derivative.function();
    this.sweeps = sweeps;
    this.seeds = seeds;
    this.blocks = blocks;
    this.assembly = new Assembly(enabled);
    this.maxWrittenOut = enabled.contains(Optimization.WRITTEN_ROWS) ? MAX_WRITTEN_OUT : 0;
  }

  /**
   * The rows of a function whose result is written out and that calls no others; empty where its
   * sweeps keep more than variables.
   */
  static Optional<JacobianRows> of(
      Derivative derivative, Summaries summaries, Links links, Set<Optimization> enabled) {
    Function f = derivative.function();
    int count = WrittenResult.elements(f).size();
    Names names = derivative.names().copy();
    Map<Var, Var> blocks = new LinkedHashMap<>();
    for (int i : derivative.withRespectTo()) {
      Var p = f.parameters().get(i);
      Type type = DenseMembers.block(DenseMembers.VECTOR, p.type());
      blocks.put(p, names.fresh("d" + p.name(), type));
    }
    List<Var> seeds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seeds.add(names.fresh(SEED + i, Type.DOUBLE));
    }
    Sweeps sweeps =
        ReverseMode.of(
            new ReverseMode.Request(
                Purpose.JACOBIAN_ROWS,
                WrittenResult.weighted(f, seeds, names),
                names,
                summaries,
                links,
                derivative.independents(),
                enabled));
    boolean isStraight =
        sweeps.tapes().isEmpty()
            && sweeps.captured().isEmpty()
            && sweeps.callTapes().isEmpty()
            && sweeps.identified().isEmpty()
            && sweeps.bindings().isEmpty()
            && sweeps.settling().isEmpty()
            && !Scoping.free(sweeps.backward()).contains(sweeps.shadows());
    return isStraight
        ? Optional.of(new JacobianRows(derivative, sweeps, seeds, blocks, enabled))
        : Optional.empty();
  }

  /** The number of rows. */
  int count() {
    return seeds.size();
  }

  /** Runs the function, and adds to blocks that share storage with nothing. */
  Declaration.Method method() {
    List<Var> parameters = new ArrayList<>(function.parameters());
    parameters.addAll(blocks.values());
    List<Stmt> rest = isWrittenOut() ? writtenOut() : loop();
    Assembly.Fitted fitted = assembly.fit(sweeps, rest);
    List<Stmt> code = new ArrayList<>();
    code.add(new Stmt.Comment("Forward pass"));
    code.addAll(fitted.forward());
    code.addAll(fitted.rest());
    Function made =
        new Function(
            derivative.linkage().container(),
            derivative.linkage().jacobianRows(),
            parameters,
            Set.of(),
            Type.VOID,
            Stmt.Block.of(assembly.finish(parameters, code, sweeps)),
            function.thrown(),
            function.reserved(),
            function.origin());
    String doc =
        "The Jacobian of "
            + derivative.link()
            + ", added to blocks that share no storage with anything: forward once, and back for"
            + " each element of the result.";
    return new Declaration.Method(made, true, Declaration.Visibility.PACKAGE, doc);
  }

  private boolean isWrittenOut() {
    return count() * Mentions.assignments(sweeps.backward()) <= maxWrittenOut;
  }

  /** What is to be said of them. */
  Reason told() {
    if (isWrittenOut()) {
      return Reason.of(Why.ROWS_WRITTEN);
    }
    Reason why =
        maxWrittenOut == 0
            ? Reason.of(Why.ROWS_NOT_WRITTEN)
            : Reason.of(Why.ROWS_ARE_LONG, maxWrittenOut);
    return Reason.of(Why.ROWS_IN_LOOP, why);
  }

  /** A loop over the rows, with seeds that ask which row it is. */
  private List<Stmt> loop() {
    Var i = sweeps.adjoints().made("row", Type.INT);
    List<Stmt> code = new ArrayList<>();
    for (int k = 0; k < seeds.size(); k++) {
      Expr isRow = Make.binary(Expr.Binary.Op.EQ, Make.read(i), Make.literal(k));
      Expr seed =
          new Expr.Conditional(isRow, Make.one(Type.DOUBLE), Make.zero(Type.DOUBLE), Type.DOUBLE);
      code.add(Make.local(seeds.get(k), seed));
    }
    code.addAll(row(Make.read(i), ofRow(), way -> way));
    return List.of(
        new Stmt.Comment(""),
        new Stmt.Comment("Backward pass, for each element of the result: last to first, too"),
        DenseMembers.loop(i, Make.literal(count()), code));
  }

  /** The rows one after the other, each without what the other elements would pass on. */
  private List<Stmt> writtenOut() {
    AdjointVars adjoints = sweeps.adjoints();
    Map<Var, Var> ofRow = ofRow();
    List<Stmt> all = new ArrayList<>();
    for (int k = 0; k < count(); k++) {
      Var one = seeds.get(k);
      List<Stmt> code = new ArrayList<>();
      for (Var v : seeds) {
        code.add(Make.local(v, v.equals(one) ? Make.one(Type.DOUBLE) : Make.zero(Type.DOUBLE)));
      }
      UnaryOperator<List<Stmt>> known =
          way -> KnownAdjoints.use(way, seeds, one, v -> isAdjoint(v, adjoints));
      code.addAll(row(Make.literal(k), ofRow, known));
      code = VainControl.remove(assembly.withoutDead(code));
      if (code.stream().allMatch(s -> s instanceof Stmt.Comment)) {
        continue; // Nothing flows back from this element.
      }
      Map<Var, Var> own = new HashMap<>();
      Mentions.declared(code).forEach(v -> own.put(v, adjoints.again(v)));
      all.add(new Stmt.Comment(""));
      all.add(new Stmt.Comment("Backward pass of result[" + k + "]: last to first"));
      all.add(Stmt.Block.of(Renaming.apply(code, own)));
    }
    return all;
  }

  private boolean isAdjoint(Var v, AdjointVars adjoints) {
    return adjoints.isOfVariable(v) || seeds.contains(v);
  }

  /** What stands in a row for adjoints of parameters, and for variables that are restored. */
  private Map<Var, Var> ofRow() {
    AdjointVars adjoints = sweeps.adjoints();
    Map<Var, Var> renamed = new LinkedHashMap<>();
    for (int p : derivative.withRespectTo()) {
      Var v = function.parameters().get(p);
      renamed.put(adjoints.of(v), adjoints.made("d" + v.name() + "Row", v.type()));
    }
    for (Var v : restored()) {
      renamed.put(v, adjoints.made(v.name() + "Now", v.type()));
    }
    return renamed;
  }

  private List<Stmt> row(Expr i, Map<Var, Var> ofRow, UnaryOperator<List<Stmt>> known) {
    AdjointVars adjoints = sweeps.adjoints();
    List<Stmt> way = new ArrayList<>();
    List<Stmt> after = new ArrayList<>();
    for (Var p : derivative.withRespectTo().stream().map(function.parameters()::get).toList()) {
      Var adjoint = adjoints.of(p);
      Expr slot = new Expr.Element(Make.read(blocks.get(p)), i);
      if (p.type().isScalar()) {
        way.add(Make.local(adjoint, Make.zero(p.type())));
        after.add(Make.accumulate(slot, Make.read(adjoint)));
      } else {
        way.add(Make.local(adjoint, slot));
      }
    }
    way.addAll(KnownCalls.use(withoutSeed(sweeps.backward()), sweeps.function()));
    if (!after.isEmpty()) {
      way.add(new Stmt.Comment(""));
      way.addAll(after);
    }
    List<Stmt> out = new ArrayList<>();
    restored().forEach(v -> out.add(Make.local(ofRow.get(v), Make.read(v))));
    out.addAll(Renaming.apply(known.apply(way), ofRow));
    return out;
  }

  /**
   * The variables of the forward pass that the way back changes: each way begins with their ends.
   */
  private Set<Var> restored() {
    Set<Var> free = Scoping.free(sweeps.backward());
    Set<Var> found = new LinkedHashSet<>();
    new Walker() {
      @Override
      protected void write(Var v) {
        boolean isOfRow =
            derivative.independents().stream().anyMatch(p -> sweeps.adjoints().of(p).equals(v));
        if (free.contains(v) && !isOfRow) {
          found.add(v);
        }
      }
    }.walk(sweeps.backward());
    return found;
  }

  /** The adjoint of the sum is one. */
  private List<Stmt> withoutSeed(List<Stmt> code) {
    return new Rewriter() {
      private boolean isOne(Expr e) {
        return e instanceof Expr.Read r && r.var().equals(sweeps.resultAdjoint());
      }

      @Override
      public Expr visit(Expr.Binary e) {
        boolean isProduct = e.op() == Expr.Binary.Op.MUL;
        if (isProduct && isOne(e.left())) {
          return expr(e.right());
        }
        return isProduct && isOne(e.right()) ? expr(e.left()) : super.visit(e);
      }

      @Override
      public Expr visit(Expr.Read e) {
        return isOne(e) ? Make.one(Type.DOUBLE) : e;
      }
    }.stmts(code);
  }
}
