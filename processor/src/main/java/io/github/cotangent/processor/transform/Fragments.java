package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.analysis.ElementOrder;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The adjoint of each simple statement of a function, made once: the analyses of what must be
 * recorded ask for it several times before the backward sweep puts it in its place. That of a
 * linked call is made from its callee's.
 */
final class Fragments {

  private final Map<Stmt, CallSite> sites;
  private final StatementAdjoint statements;
  private final CallAdjoint calls;
  private final Map<Stmt, StatementAdjoint.Fragment> made = new IdentityHashMap<>();

  /**
   * The adjoints of one function's statements.
   *
   * @param sites its linked calls
   * @param shadowsVar the variable of the runtime's shadows
   */
  Fragments(
      Primal primal,
      ElementOrder order,
      AdjointVars adjoints,
      AdjointPlaces places,
      Map<Stmt, CallSite> sites,
      Links links,
      Var resultAdjoint,
      Var shadowsVar) {
    Partials partials = new Partials(primal.activity(), primal.regions(), places);
    ScalarAdjoint scalars = new ScalarAdjoint(primal, order, adjoints, places, partials);
    this.sites = sites;
    this.statements =
        new StatementAdjoint(primal, adjoints, places, partials, scalars, resultAdjoint);
    this.calls = new CallAdjoint(primal, adjoints, places, partials, scalars, links, shadowsVar);
  }

  /** The linked call in a statement, if there is one. */
  Optional<CallSite> site(Stmt s) {
    return Optional.ofNullable(sites.get(s));
  }

  /** The adjoint of calls. */
  CallAdjoint calls() {
    return calls;
  }

  /** The adjoint of a statement. */
  StatementAdjoint.Fragment of(Stmt s) {
    return made.computeIfAbsent(s, this::make);
  }

  private StatementAdjoint.Fragment make(Stmt s) {
    Optional<CallSite> site = site(s);
    if (site.isEmpty()) {
      return statements.of(s);
    }
    boolean isDeclaration = !(s instanceof Stmt.Assign);
    return new StatementAdjoint.Fragment(calls.of(site.get(), isDeclaration), false);
  }

  /** True if a derivative goes through a loop's body. */
  boolean anyIn(Stmt body) {
    return simple(body).stream().anyMatch(s -> !of(s).code().isEmpty());
  }

  /** The statements in some code that have an adjoint of their own, in their order. */
  static List<Stmt> simple(Stmt code) {
    List<Stmt> found = new ArrayList<>();
    new Walker() {
      @Override
      public Void visit(Stmt.Local s) {
        return add(s);
      }

      @Override
      public Void visit(Stmt.Assign s) {
        return add(s);
      }

      @Override
      public Void visit(Stmt.Evaluate s) {
        return add(s);
      }

      @Override
      public Void visit(Stmt.Surgery s) {
        return add(s);
      }

      @Override
      public Void visit(Stmt.Return s) {
        return add(s);
      }

      private Void add(Stmt s) {
        found.add(s);
        return null;
      }
    }.walk(code);
    return found;
  }
}
