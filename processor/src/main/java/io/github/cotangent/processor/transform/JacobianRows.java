package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Names;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Printer;
import io.github.cotangent.processor.ir.Renaming;
import io.github.cotangent.processor.ir.Rewriter;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import io.github.cotangent.processor.optimize.Optimization;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a Jacobian in one method: forward once, and back once for each element of a result
 * whose length is known, with everything in local variables.
 *
 * <pre>{@code
 * double v = Math.sin(x[0]);
 * for (int row = 0; row < 2; row++) {
 *   double dResult0 = row == 0 ? 1.0 : 0.0;
 *   double dResult1 = row == 1 ? 1.0 : 0.0;
 *   …
 *   dxRow[0] += dv * Math.cos(x[0]);
 * }
 * }</pre>
 *
 * <p>For functions that write into no array and call no others: their backward half asks for
 * nothing by identity and puts nothing back but variables.
 */
final class JacobianRows {

  private static final int MAX_ROWS = 8;
  private static final String SEED = "dResult";

  private final Derivative derivative;
  private final Function function;
  private final ReverseMode.Sweeps sweeps;
  private final List<Var> seeds;
  private final Map<Var, Var> blocks;
  private final Assembly assembly;

  private JacobianRows(
      Derivative derivative,
      ReverseMode.Sweeps sweeps,
      List<Var> seeds,
      Map<Var, Var> blocks,
      Assembly assembly) {
    this.derivative = derivative;
    this.function = derivative.function();
    this.sweeps = sweeps;
    this.seeds = seeds;
    this.blocks = blocks;
    this.assembly = assembly;
  }

  /** The rows of a function, if it is one of those. */
  static Optional<JacobianRows> of(
      Derivative derivative, Summaries summaries, Links links, Set<Optimization> enabled) {
    Function f = derivative.function();
    List<Expr> elements = elements(f);
    List<Type> types =
        derivative.withRespectTo().stream().map(i -> f.parameters().get(i).type()).toList();
    if (JacobianMembers.isByColumns(f.result(), types)
        || !enabled.contains(Optimization.SMALL_ARRAYS)
        || elements.isEmpty()
        || elements.size() > MAX_ROWS
        || summaries.mutates(f)
        || callsOthers(f)) {
      return Optional.empty();
    }
    Names names = derivative.names().copy();
    Map<Var, Var> blocks = new LinkedHashMap<>();
    for (int i : derivative.withRespectTo()) {
      Var p = f.parameters().get(i);
      Type type = DenseMembers.block(DenseMembers.VECTOR, p.type());
      blocks.put(p, names.fresh("d" + p.name(), type));
    }
    List<Var> seeds = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      seeds.add(names.fresh(SEED + i, Type.DOUBLE));
    }
    ReverseMode.Sweeps sweeps =
        ReverseMode.of(
            new ReverseMode.Request(
                Purpose.JACOBIAN_ROWS,
                weighted(f, elements, seeds, names),
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
        ? Optional.of(new JacobianRows(derivative, sweeps, seeds, blocks, new Assembly(enabled)))
        : Optional.empty();
  }

  /** The elements of the result, if all that the function returns is one array written out. */
  private static List<Expr> elements(Function f) {
    List<Stmt> body = f.body().statements();
    int last = body.size() - 1;
    int[] count = new int[1];
    if (last < 1
        || !(body.get(last) instanceof Stmt.Return r)
        || !(r.value().orElse(null) instanceof Expr.Read read)
        || !(body.get(last - 1) instanceof Stmt.Local l)
        || !l.var().equals(read.var())
        || !(l.init().orElse(null) instanceof Expr.ArrayLiteral a)
        || !a.type().element().equals(Type.DOUBLE)) {
      return List.of();
    }
    new Walker() {
      @Override
      public Void visit(Stmt.Return s) {
        count[0]++;
        return super.visit(s);
      }
    }.walk(f.body());
    return count[0] == 1 ? a.elements() : List.of();
  }

  private static boolean callsOthers(Function f) {
    boolean[] found = new boolean[1];
    new Walker() {
      @Override
      public Void visit(Expr.Call e) {
        found[0] |= e.callee().kind() != Callee.Kind.MATH;
        return super.visit(e);
      }

      @Override
      public Void visit(Expr.Opaque e) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visit(Stmt.Verbatim s) {
        found[0] = true;
        return null;
      }
    }.walk(f.body());
    return found[0];
  }

  /** The function that gives the sum of the result's elements, each times its seed. */
  private static Function weighted(Function f, List<Expr> elements, List<Var> seeds, Names names) {
    List<Stmt> all = f.body().statements();
    List<Stmt> body = new ArrayList<>(all.subList(0, all.size() - 2));
    Stmt.Local made = (Stmt.Local) all.get(all.size() - 2);
    Expr sum = null;
    for (int i = 0; i < elements.size(); i++) {
      Var element = names.fresh("result" + i, Type.DOUBLE);
      String text = "result[" + i + "] = " + Printer.print(elements.get(i));
      Origin titled = new Origin(made.origin().start(), made.origin().end(), text);
      body.add(new Stmt.Local(element, Optional.of(elements.get(i)), titled));
      Expr part = Make.binary(Expr.Binary.Op.MUL, Make.read(seeds.get(i)), Make.read(element));
      sum = sum == null ? part : Make.add(sum, part);
    }
    body.add(new Stmt.Return(Optional.of(sum), all.get(all.size() - 1).origin()));
    List<Var> parameters = new ArrayList<>(f.parameters());
    parameters.addAll(seeds);
    Set<Var> constants = new HashSet<>(f.constants());
    constants.addAll(seeds);
    return new Function(
        f.owner(),
        f.name(),
        parameters,
        constants,
        Type.DOUBLE,
        new Stmt.Block(body, f.body().origin()),
        f.thrown(),
        f.reserved(),
        f.origin());
  }

  /** The number of rows. */
  int count() {
    return seeds.size();
  }

  /** Runs the function, and adds to blocks that share storage with nothing. */
  Declaration.Method method() {
    List<Var> parameters = new ArrayList<>(function.parameters());
    parameters.addAll(blocks.values());
    Var row = sweeps.adjoints().made("row", Type.INT);
    List<Stmt> rest = new ArrayList<>();
    rest.add(new Stmt.Comment(""));
    rest.add(new Stmt.Comment("Backward pass, for each element of the result: last to first, too"));
    rest.add(DenseMembers.loop(row, Make.literal(count()), row(row)));
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

  private List<Stmt> row(Var i) {
    AdjointVars adjoints = sweeps.adjoints();
    List<Stmt> code = new ArrayList<>();
    for (int k = 0; k < seeds.size(); k++) {
      Expr isRow = Make.binary(Expr.Binary.Op.EQ, Make.read(i), Make.literal(k));
      Expr seed =
          new Expr.Conditional(isRow, Make.one(Type.DOUBLE), Make.zero(Type.DOUBLE), Type.DOUBLE);
      code.add(Make.local(seeds.get(k), seed));
    }
    List<Stmt> after = new ArrayList<>();
    Map<Var, Var> renamed = new HashMap<>();
    for (Var p : derivative.withRespectTo().stream().map(function.parameters()::get).toList()) {
      Var adjoint = adjoints.of(p);
      renamed.put(adjoint, adjoints.made("d" + p.name() + "Row", p.type()));
      Expr slot = DenseMembers.element(blocks.get(p), i);
      if (p.type().isScalar()) {
        code.add(Make.local(adjoint, Make.zero(p.type())));
        after.add(Make.accumulate(slot, Make.read(adjoint)));
      } else {
        code.add(Make.local(adjoint, slot));
      }
    }
    for (Var v : restored()) {
      Var again = adjoints.made(v.name() + "Now", v.type());
      renamed.put(v, again);
    }
    List<Stmt> back = KnownCalls.use(withoutSeed(sweeps.backward()), sweeps.function());
    back = Renaming.apply(back, renamed);
    List<Stmt> out = new ArrayList<>(Renaming.apply(code, renamed));
    restored().forEach(v -> out.add(Make.local(renamed.get(v), Make.read(v))));
    out.addAll(back);
    out.addAll(Renaming.apply(after, renamed));
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
