package io.github.cotangent.processor.fence;

import io.github.cotangent.processor.analysis.ArrayCall;
import io.github.cotangent.processor.analysis.Reads;
import io.github.cotangent.processor.diagnostics.ErrorId;
import io.github.cotangent.processor.diagnostics.Problems;
import io.github.cotangent.processor.diagnostics.RuleText;
import io.github.cotangent.processor.diagnostics.UnknownCallee;
import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Code;
import io.github.cotangent.processor.ir.Derivation;
import io.github.cotangent.processor.ir.Derivation.Form;
import io.github.cotangent.processor.ir.Expr;
import io.github.cotangent.processor.ir.Origin;
import io.github.cotangent.processor.ir.Stmt;
import io.github.cotangent.processor.ir.Type;
import io.github.cotangent.processor.ir.Var;
import io.github.cotangent.processor.ir.Walker;
import io.github.cotangent.processor.rules.Calculus;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the values that depend on an independent and leave the differentiable types: into boxes and
 * objects, into methods without a derivative, into code that the compiler does not read.
 * Conversions to integers and to text, comparisons, and the listed sinks lose nothing that the
 * calculus has.
 */
final class Escapes extends Walker {

  /** Foreign classes whose methods are another way to write a cast to a reference. */
  private static final Set<String> BOXES =
      Set.of("java.lang.Double", "java.lang.Float", "java.lang.Number", "java.util.Objects");

  private final Facts facts;
  private final Fence fence;
  private final Problems problems;
  private Origin statement = Origin.NONE;

  Escapes(Facts facts, Fence fence, Problems problems) {
    this.facts = facts;
    this.fence = fence;
    this.problems = problems;
  }

  /** Reports all of them. */
  void check() {
    walk(facts.function().body());
  }

  // References that change their static type without a cast

  /**
   * {@code Object[] rows = matrix}: the compiler follows no array through the wider type. Returns
   * true where that was reported.
   */
  private boolean widening(Expr value, Type target, Origin at) {
    boolean wider =
        target.isReference() && !target.isDifferentiable() && value.type().isDifferentiable();
    boolean reported = value instanceof Expr.Cast || value instanceof Expr.Opaque;
    if (!wider || reported || !facts.isVaried(value)) {
      return false;
    }
    problems.report(ErrorId.ACTIVE_ESCAPES, at, article(target));
    return true;
  }

  @Override
  public Void visit(Stmt.Local s) {
    statement = s.origin();
    s.init().ifPresent(e -> widening(e, s.var().type(), s.origin()));
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Assign s) {
    statement = s.origin();
    widening(s.value(), s.target().type(), s.origin());
    return super.visit(s);
  }

  @Override
  public Void visit(Stmt.Return s) {
    statement = s.origin();
    s.value().ifPresent(e -> widening(e, facts.function().result(), s.origin()));
    return super.visit(s);
  }

  // Arrays whose elements are records

  private void copied(Expr.Call e) {
    Type element = ArrayCall.of(e).element();
    boolean varied = e.arguments().stream().anyMatch(facts::isVaried);
    varied |= e.receiver() != null && facts.isVaried(e.receiver());
    if (element.holdsScalar() && !element.isScalar() && varied) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          e.origin(),
          "'" + e.callee().name() + "' of an array of records",
          "Copy the elements in a loop.");
    }
  }

  @Override
  public Void visit(Expr.NewRecord e) {
    for (int i = 0; i < e.arguments().size(); i++) {
      widening(e.arguments().get(i), e.type().components().get(i).type(), e.origin());
    }
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.ArrayLiteral e) {
    e.elements().forEach(x -> widening(x, e.type().element(), statement));
    return super.visit(e);
  }

  @Override
  public Void visit(Expr.Cast e) {
    boolean leaves = e.type().isReference() && !e.type().isDifferentiable();
    if (leaves && facts.isVaried(e.operand())) {
      problems.report(ErrorId.ACTIVE_ESCAPES, e.origin(), article(e.type()));
    }
    return super.visit(e);
  }

  private static String article(Type type) {
    Type.ClassType leaf = (Type.ClassType) type.leaf();
    String name = leaf.simpleName();
    String whole = name + "[]".repeat(type.rank());
    return ("AEIOU".indexOf(whole.charAt(0)) >= 0 ? "an " : "a ") + whole;
  }

  // Calls

  /** {@code Objects.requireNonNull(x)} as a statement: nobody takes its value. */
  @Override
  public Void visit(Stmt.Evaluate s) {
    if (s.expr() instanceof Expr.Call c && c.callee().kind() == Callee.Kind.SINK) {
      return walkSink(c);
    }
    return super.visit(s);
  }

  @Override
  public Void visit(Expr.Call e) {
    switch (e.callee().kind()) {
      case FOREIGN -> foreign(e);
      case CONSTANT -> constant(e);
      case SINK -> {
        return sink(e);
      }
      case MATH -> math(e);
      case LOCAL, LINKED -> linked(e);
      case RULED -> ruled(e);
      case ARRAY -> copied(e);
      case GENERATED -> {}
    }
    return super.visit(e);
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
      found |= widening(e.arguments().get(i), parameters.get(i), e.origin());
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
      widening(argument, callee.parameterTypes().get(i), e.origin());
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
  private Void sink(Expr.Call e) {
    if (e.type().isDifferentiable() && takesVaried(e)) {
      unknown(e);
    }
    return walkSink(e);
  }

  private Void walkSink(Expr.Call e) {
    if (e.receiver() != null) {
      walk(e.receiver());
    }
    for (Expr argument : e.arguments()) {
      // A box that is only printed loses nothing.
      boolean boxed = argument instanceof Expr.Cast c && c.type().isReference();
      walk(boxed ? ((Expr.Cast) argument).operand() : argument);
    }
    return null;
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
      widening(e.arguments().get(i), parameters.get(i), e.origin());
      if (e.callee().differentiates(i) && facts.isVaried(e.arguments().get(i))) {
        fence.follow(e.callee());
      }
    }
  }

  /** What the fields of a type of the user's own have to do with its derivative, nobody knows. */
  @Override
  public Void visit(Expr.Field e) {
    boolean ofValue = e.receiver() != null && e.receiver().type().isValue();
    if (ofValue && e.type().isDifferentiable() && facts.isVaried(e.receiver())) {
      problems.report(
          ErrorId.UNSUPPORTED_EXPRESSION,
          e.origin(),
          "The field '" + e.name() + "' of a class that declares itself differentiable",
          "Call a method that has a rule, or one that is @NonDifferentiable if it is a constant.");
    }
    return super.visit(e);
  }

  // Code that is carried over unread

  @Override
  public Void visit(Expr.Opaque e) {
    varied(e.code().reads())
        .ifPresent(v -> report(ErrorId.of(e.ifActive()), v, e.origin(), e.origin()));
    return super.visit(e);
  }

  /** What an exception says about a value is as good as printed: nothing comes back from there. */
  @Override
  public Void visit(Stmt.Throw s) {
    return s.exception() instanceof Expr.Opaque ? null : super.visit(s);
  }

  @Override
  public Void visit(Stmt.Verbatim s) {
    varied(s.code()).ifPresent(v -> report(ErrorId.of(s.ifActive()), v, s.origin(), s.origin()));
    return super.visit(s);
  }

  private Optional<Var> varied(Code code) {
    Optional<Var> read = varied(code.reads());
    return read.isPresent() ? read : varied(code.writes());
  }

  private Optional<Var> varied(List<Var> vars) {
    return vars.stream().filter(facts::isVaried).findFirst();
  }

  private void report(ErrorId id, Var v, Origin at, Origin code) {
    switch (id) {
      case LAMBDA_OVER_ACTIVE -> problems.report(id, at, v.name());
      case ACTIVE_ESCAPES -> problems.report(id, at, "a part of '" + code.text() + "'");
      case UNSUPPORTED_EXPRESSION ->
          problems.report(
              id,
              at,
              "'" + code.text() + "', by a constructor that is not the canonical one,",
              "Call the canonical one, or a static method that does.");
      default ->
          problems.report(
              id,
              at,
              code.text(),
              "It uses '"
                  + v.name()
                  + "', which carries a derivative: move that out of it, or into a"
                  + " @NonDifferentiable method.");
    }
  }
}
