package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.Summaries;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Both sweeps in one method: {@code dF}, and what else needs no tape between its halves. */
final class JoinedSweeps {

  private final Derivative derivative;
  private final Summaries summaries;
  private final Assembly assembly;

  JoinedSweeps(Derivative derivative, Summaries summaries, Assembly assembly) {
    this.derivative = derivative;
    this.summaries = summaries;
    this.assembly = assembly;
  }

  /**
   * The method's body.
   *
   * @param result what it returns; null for nothing
   * @param given takes the parameters by which the arrays of adjoints come; null to make them
   */
  List<Stmt> body(Sweeps sweeps, Expr result, List<Var> given) {
    Function function = derivative.function();
    Set<Var> independents = derivative.independents();
    Arguments arguments =
        new Arguments(function, summaries, derivative.directions(), sweeps.identified()::contains);
    List<Stmt> rest = new ArrayList<>();
    rest.add(new Stmt.Comment(""));
    rest.add(new Stmt.Comment("Backward pass: the same statements, last to first"));
    rest.add(Make.local(sweeps.resultAdjoint(), Make.one(function.result())));
    AdjointVars adjoints = sweeps.adjoints();
    Var map = sweeps.shadows();
    boolean needsMap =
        Scoping.free(sweeps.backward()).contains(map)
            || !sweeps.settling().isEmpty()
            || !sweeps.identified().isEmpty();
    List<Stmt> before = new ArrayList<>();
    List<Stmt> added = new ArrayList<>();
    if (given == null) {
      rest.addAll(arguments.shadows(independents, adjoints, map, needsMap));
    } else if (arguments.needsOwnShadows(independents)) {
      GivenShadows theirs = new GivenShadows(arguments, independents, independents, adjoints);
      before.addAll(theirs.before(given));
      rest.addAll(theirs.own(arguments.shadows(independents, adjoints, map, true)));
      added.addAll(theirs.behind(map, result != null));
    } else {
      rest.addAll(arguments.given(independents, independents, adjoints, map, needsMap, given));
      rest.addAll(arguments.setAside(independents, adjoints, added));
    }
    rest.addAll(zeros(function, sweeps.adjoints(), independents));
    rest.addAll(sweeps.backward());
    if (!sweeps.settling().isEmpty()) {
      rest.add(new Stmt.Comment(""));
      rest.add(new Stmt.Comment("The rows are back in their places: so are their shadows now."));
      rest.addAll(sweeps.settling());
    }
    rest.addAll(added);
    rest.add(new Stmt.Comment(""));
    if (sweeps.late().isPresent()) {
      rest.add(new Stmt.Comment("The value, now that the sums are known"));
      rest.addAll(sweeps.late().get().code());
    }
    if (result != null) {
      rest.add(Members.returns(result));
    }
    Assembly.Fitted fitted = assembly.fit(sweeps, rest);
    List<Stmt> code = new ArrayList<>(arguments.copies(sweeps.adjoints()));
    code.addAll(before);
    if (!fitted.forward().isEmpty()) {
      code.add(new Stmt.Comment(""));
      code.add(new Stmt.Comment("Forward pass"));
      code.addAll(fitted.forward());
    }
    code.addAll(fitted.rest());
    List<Var> parameters = new ArrayList<>(function.parameters());
    parameters.addAll(given == null ? List.of() : given);
    return assembly.finish(parameters, code, sweeps);
  }

  /** The adjoints of scalars in parameters start as zero. */
  static List<Stmt> zeros(Function function, AdjointVars adjoints, Set<Var> independents) {
    List<Stmt> out = new ArrayList<>();
    for (Var p : function.parameters()) {
      if (independents.contains(p)) {
        for (Leaf leaf : Leaf.of(p.type())) {
          if (leaf.isScalar()) {
            out.add(Make.local(adjoints.of(p, leaf), Make.zero(leaf.type())));
          }
        }
      }
    }
    return out;
  }
}
