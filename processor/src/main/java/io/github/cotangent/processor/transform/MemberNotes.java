package io.github.cotangent.processor.transform;

import io.github.cotangent.processor.diagnostics.Explanation;
import io.github.cotangent.processor.diagnostics.Explanations;
import io.github.cotangent.processor.diagnostics.Reason;
import io.github.cotangent.processor.ir.Declaration;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Var;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells of the choices made for a method: those of its first member that runs both sweeps, and what
 * other members choose otherwise.
 */
final class MemberNotes {

  private final Derivative derivative;
  private final Explanations explanations;

  /** What was told of the first member; null before. */
  private List<Explanation> first;

  MemberNotes(Derivative derivative, Explanations explanations) {
    this.derivative = derivative;
    this.explanations = explanations;
  }

  /** Tells of a member with both sweeps in it. */
  void tell(String member, Sweeps sweeps, List<Stmt> finished) {
    if (isWanted()) {
      tell(member, sweeps, Blocks.used(finished));
    }
  }

  /** Tells of a forward and a backward half. */
  void tellOfPair(Sweeps sweeps, List<Declaration> members) {
    if (isWanted()) {
      Set<Var> mentioned = new HashSet<>();
      for (Declaration d : members) {
        if (d instanceof Declaration.Method m) {
          mentioned.addAll(Blocks.used(m.function().body().statements()));
        }
      }
      Linkage linkage = derivative.linkage();
      tell(linkage.forward() + " and " + linkage.backward(), sweeps, mentioned);
    }
  }

  /** Tells how the Jacobian is made. */
  void tellOfJacobian(Reason why) {
    if (isWanted()) {
      Origin at = derivative.function().origin();
      explanations.add(at, List.of(Explanation.of(at, derivative.linkage().jacobian(), why)));
    }
  }

  private boolean isWanted() {
    return explanations.areWanted() && derivative.isOfUser();
  }

  private void tell(String member, Sweeps sweeps, Set<Var> mentioned) {
    Choices choices = sweeps.choices();
    List<Explanation> told;
    if (first == null) {
      first = choices.told(mentioned);
      told = first;
    } else {
      told = choices.toldOfOthers(member, mentioned, first);
    }
    explanations.add(derivative.function().origin(), told);
  }
}
