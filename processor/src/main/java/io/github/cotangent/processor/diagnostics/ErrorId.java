package io.github.cotangent.processor.diagnostics;

/**
 * All errors: a stable id, the reason, and the remedy. Each has a page {@code docs/errors/<id>.md}.
 * In the texts, {@code %s} stands for what the report names.
 */
public enum ErrorId {
  // The method itself.
  UNSUPPORTED_METHOD(
      "UnsupportedMethod",
      "%s cannot be differentiated.",
      "Annotate a method with a body and without type parameters: a static one, or one of a"
          + " record, an enum or a final class."),
  NOT_DIFFERENTIABLE("NotDifferentiable", "'%s' has nothing to differentiate: %s.", "%s"),
  UNKNOWN_WRT(
      "UnknownWrt",
      "'%s' is not a parameter of this method that has a derivative.",
      "Name one of: %s."),
  UNSUPPORTED_ORDER(
      "UnsupportedOrder",
      "The order %s is not supported: %s.",
      "Say 1, or 2 for second derivatives; or write the method so that its gradient needs no more"
          + " than plain Java."),
  NAME_CLASH(
      "NameClash",
      "The generated name '%s' cannot be used: %s.",
      "Choose another with @Differentiable(name = \"...\")."),
  SOURCE_NOT_FOUND(
      "SourceNotFound",
      "The source of %s cannot be read.",
      "Compile it with javac, from a source file, in the same compilation as its annotation."),
  // Constructs.
  UNSUPPORTED_STATEMENT("UnsupportedStatement", "'%s' cannot be differentiated here.", "%s"),
  UNSUPPORTED_EXPRESSION("UnsupportedExpression", "%s cannot be differentiated here.", "%s"),
  LAMBDA_OVER_ACTIVE(
      "LambdaOverActive",
      "A lambda, stream or method reference uses '%s', which carries a derivative.",
      "Write it as a loop over an array; or, if all that comes of it is a constant, as an order of"
          + " indices is, move it into a @NonDifferentiable method."),
  ACTIVE_ESCAPES(
      "ActiveEscapes",
      "A value that carries a derivative becomes %s, where the derivative would be lost.",
      "Keep it in double, float, an array or a record of these, or mark the target"
          + " @NonDifferentiable."),
  UNKNOWN_DERIVATIVE(
      "UnknownDerivative", "The derivative of '%s' is not known.", "%s Or give it a rule: %s"),
  UNKNOWN_TANGENT(
      "UnknownTangent",
      "'%s' is called here, and its class does not generate the derivative that this one needs.",
      "Add %s to its @Differentiable."),
  OWN_DERIVATIVE(
      "OwnDerivative",
      "'%s' is a method of '%s', which is written from this class: what is differentiated here"
          + " cannot call it.",
      "Move this method into another top-level class, and say order = 2 at the method whose"
          + " derivative it calls."),
  // Custom derivatives.
  BAD_RULE("BadRule", "This rule cannot be used: %s.", "%s"),
  RULE_SIGNATURE(
      "RuleSignature",
      "The signature of '%s' is not that of the rule that its annotation describes.",
      "Write: %s"),
  DUPLICATE_RULE("DuplicateRule", "'%s' has %s twice: %s.", "Remove one of the two rules."),
  MISSING_RULE("MissingRule", "'%s' has a rule, but %s.", "%s"),
  REFUSED_FUNCTION(
      "RefusedFunction",
      "'%s' has no derivative: %s.",
      "Write the computation another way, or move it into a @NonDifferentiable method."),
  FIELD_WRITE(
      "FieldWrite",
      "The field '%s' is written: the gradient would run this side effect too.",
      "Return the value, or write it into an array parameter."),
  MUTABLE_FIELD(
      "MutableField",
      "The field '%s' can change between the forward and the backward pass.",
      "Pass it as a parameter, or make it final."),
  PRIVATE_MEMBER(
      "PrivateMember",
      "'%s' is private: the generated class cannot reach it.",
      "Make it package-private."),
  UNTRUSTED_RECORD("UntrustedRecord", "The record '%s' cannot hold a derivative: %s.", "%s"),
  // Loops with checkpoints.
  MISPLACED_CHECKPOINT("MisplacedCheckpoint", "This checkpoint %s.", "%s"),
  UNREPEATABLE_LOOP(
      "UnrepeatableLoop",
      "A loop with checkpoints is run again, and %s may not do the same each time.",
      "%s"),
  UNSUPPORTED_CHECKPOINT(
      "UnsupportedCheckpoint", "A loop with checkpoints cannot be run again here: %s.", "%s"),
  // The compiler.
  BAD_OPTION("BadOption", "The option -A%s cannot be followed: %s.", "%s."),
  INTERNAL(
      "Internal",
      "This is a bug in Cotangent, not in your code: %s.",
      "Please report it with this method's source; the rest of the compilation goes on.");

  private final String id;
  private final String reason;
  private final String remedy;

  ErrorId(String id, String reason, String remedy) {
    this.id = id;
    this.reason = reason;
    this.remedy = remedy;
  }

  /** The stable id, as in {@code [Cotangent/UnknownWrt]} and in the name of its page. */
  public String id() {
    return id;
  }

  /** The whole message; the arguments fill the places of the reason, then of the remedy. */
  public String message(Object... arguments) {
    return "[Cotangent/" + id + "] " + (reason + " " + remedy).formatted(arguments);
  }

  /** The error with this stable id. */
  public static ErrorId of(String id) {
    for (ErrorId e : values()) {
      if (e.id.equals(id)) {
        return e;
      }
    }
    throw new IllegalArgumentException("no error has the id " + id);
  }
}
