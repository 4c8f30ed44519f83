package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.diagnostics.RuleText;
import io.github.cotangent.processor.diagnostics.UnknownCallee;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Derivation.Form;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.rules.Calculus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the calls that take what depends on an independent where its derivative cannot follow. */
final class EscapingArguments {

  /** Foreign classes whose methods are another way to write a cast to a reference. */
  private static final Set<String> BOXES =
      Set.of("java.lang.Double", "java.lang.Float", "java.lang.Number", "java.util.Objects");

  private final Facts facts;
  private final Fence fence;
  private final Problems problems;
  private final Widening widening;

  EscapingArguments(Facts facts, Fence fence, Problems problems) {
    this.facts = facts;
    this.fence = fence;
    this.problems = problems;
    this.widening = new Widening(facts, problems);
  }

  /** Reports what is wrong with the call itself; not what is in its arguments. */
  void check(Expr.Call e) {
    switch (e.callee().kind()) {
      case FOREIGN -> foreign(e);
      case CONSTANT -> constant(e);
      case SINK -> sink(e);
      case MATH -> math(e);
      case LOCAL, LINKED -> linked(e);
      case RULED -> ruled(e);
      case ARRAY -> copied(e);
      case GENERATED -> {}
    }
  }

  private boolean takesVaried(Expr.Call e) {
    return e.arguments().stream().anyMatch(facts::isVaried)
        || e.receiver() != null && facts.isVaried(e.receiver());
  }

  private void foreign(Expr.Call e) {
    if (!takesVaried(e)) {
      return;
    }
    Callee callee = e.callee();
    if (widened(e)) {
      return;
    }
    if (fence.isBroken(callee)) {
      fence.follow(callee);
    } else if (isBox(callee) || isConsumer(e)) {
      problems.report(ErrorId.ACTIVE_ESCAPES, e.origin(), "an argument of '" + callee.name() + "'");
    } else {
      unknown(e);
    }
  }

  /** True for a call that takes as an object what carries a derivative; it has been reported. */
  private boolean widened(Expr.Call e) {
    List<Type> parameters = e.callee().parameterTypes();
    boolean found = false;
    for (int i = 0; i < Math.min(e.arguments().size(), parameters.size()); i++) {
      found |= widening.of(e.arguments().get(i), parameters.get(i), e.origin());
    }
    return found;
  }

  private void unknown(Expr.Call e) {
    Callee callee = e.callee();
    if (UnknownCallee.isOfStream(callee)) {
      problems.report(ErrorId.LAMBDA_OVER_ACTIVE, e.origin(), source(e));
      return;
    }
    String remedy = UnknownCallee.remedy(callee, isOwn(callee.owner()));
    String rule = RuleText.suggestion(callee);
    problems.report(ErrorId.UNKNOWN_DERIVATIVE, e.origin(), callee.name(), remedy, rule);
  }

  /** True for a class in the source of the function's. */
  private boolean isOwn(Type.ClassType owner) {
    Type.ClassType here = facts.function().owner();
    return owner.packageName().equals(here.packageName())
        && owner.simpleNames().get(0).equals(here.simpleNames().get(0));
  }

  /** The variable that carries a derivative into a call. */
  private String source(Expr.Call e) {
    return e.arguments().stream()
        .filter(facts::isVaried)
        .map(Reads::base)
        .filter(Objects::nonNull)
        .map(Var::name)
        .findFirst()
        .orElse(e.origin().text());
  }

  /** A value that carries a derivative must have one in every form that the rules have. */
  private void ruled(Expr.Call e) {
    Callee callee = e.callee();
    Derivation derivation = callee.derivation().orElseThrow();
    for (int i = 0; i < e.arguments().size(); i++) {
      Expr argument = e.arguments().get(i);
      widening.of(argument, callee.parameterTypes().get(i), e.origin());
      if (!facts.isVaried(argument)) {
        continue;
      }
      if (derivation.refused().contains(i)) {
        missing(e, "no derivative with respect to '" + callee.parameterNames().get(i) + "'", i);
      } else if (callee.differentiates(i) && !derivation.servesReverse()) {
        missing(e, "no pullback and no partial, which reverse mode needs", i);
      }
    }
  }

  private void missing(Expr.Call e, String what, int by) {
    Derivation derivation = e.callee().derivation().orElseThrow();
    boolean isPartial = derivation.isFormula() && e.callee().parameterTypes().get(by).isScalar();
    Form form = isPartial ? Form.PARTIAL : Form.PULLBACK;
    String rule = RuleText.of(e.callee(), form, by, Set.of());
    boolean isExcluded = derivation.partials().isEmpty() && derivation.refused().contains(by);
    String remedy =
        isExcluded
            ? "If that is data, mark the parameter "
                + source(e.arguments().get(by))
                + " @NonDifferentiable; else the rule must have that derivative: "
            : "Add one: ";
    problems.report(ErrorId.MISSING_RULE, e.origin(), e.callee().name(), what, remedy + rule);
  }

  /** The parameter of the user's method that an argument comes from, in words. */
  private String source(Expr argument) {
    return argument instanceof Expr.Read r && facts.function().parameters().contains(r.var())
        ? "'" + r.var().name() + "'"
        : "that it comes from";
  }

  /** {@code Double.valueOf}, {@code Double.doubleToLongBits}, {@code Objects.hash}. */
  private static boolean isBox(Callee callee) {
    return BOXES.contains(callee.owner().canonicalName()) && !callee.returnType().isScalar();
  }

  /** {@code stats.accept(x)}: there is no result that could have a derivative. */
  private static boolean isConsumer(Expr.Call e) {
    return e.type().equals(Type.VOID)
        && e.arguments().stream().noneMatch(a -> a.type().holdsDifferentiableArray());
  }

  /** What a method without a derivative writes would be a constant among what is none. */
  private void constant(Expr.Call e) {
    if (takesVaried(e)) {
      fence.follow(e.callee());
    }
    if (facts.summaries().writesReceiver(e)) {
      refuseWrites(e, e.receiver());
    }
    for (int i = 0; i < e.arguments().size(); i++) {
      Expr argument = e.arguments().get(i);
      if (facts.summaries().writes(e.callee(), i)) {
        refuseWrites(e, argument);
      }
    }
  }

  private void refuseWrites(Expr.Call e, Expr written) {
    if (written.type().holdsDifferentiableArray() && facts.isActive(written)) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          e.origin(),
          "'"
              + e.callee().name()
              + "', which is @NonDifferentiable and may write into an array that carries a"
              + " derivative,",
          "Let it return what it writes, or call it with a clone() if it only reads.");
    }
  }

  /** A sink gives back text or an answer, never a number that should have a derivative. */
  private void sink(Expr.Call e) {
    if (e.type().isDifferentiable() && takesVaried(e)) {
      unknown(e);
    }
  }

  private void math(Expr.Call e) {
    Optional<String> refusal = Calculus.refusal(e.callee());
    if (refusal.isPresent() && takesVaried(e)) {
      problems.report(ErrorId.REFUSED_FUNCTION, e.origin(), e.callee().name(), refusal.get());
    }
  }

  private void linked(Expr.Call e) {
    List<Type> parameters = e.callee().parameterTypes();
    for (int i = 0; i < e.arguments().size(); i++) {
      widening.of(e.arguments().get(i), parameters.get(i), e.origin());
      if (e.callee().differentiates(i) && facts.isVaried(e.arguments().get(i))) {
        fence.follow(e.callee());
      }
    }
  }

  /** An array of records has no operation that copies what is in them. */
  private void copied(Expr.Call e) {
    Type element = ArrayCall.of(e).element();
    if (element.holdsScalar() && !element.isScalar() && takesVaried(e)) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          e.origin(),
          "'" + e.callee().name() + "' of an array of records",
          "Copy the elements in a loop.");
    }
  }
}
