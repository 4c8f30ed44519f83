package io.github.cotangent.processor.transform;

import static io.github.cotangent.processor.ir.Names.capitalized;

import io.github.cotangent.processor.ir.Callee;
import io.github.cotangent.processor.ir.Function;
import io.github.cotangent.processor.ir.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The generated members of one method: their names and types, known from the signature alone, so
 * that another class's derivative can call them.
 *
 * <p>A method that takes and gives numbers (and records of numbers) is linked <em>by value</em>:
 * its gradient is computed with its value, and the caller multiplies. A method that sees arrays is
 * linked by a pair: a forward half that returns a tape, and a backward half that takes it.
 *
 * @param container the generated class
 * @param base the name that all members start from, usually the method's own
 * @param parameters types, {@code self} first
 * @param names the parameters' names
 * @param constants indices of parameters without an adjoint
 * @param result the method's result
 */
public record Linkage(
    Type.ClassType container,
    String base,
    List<Type> parameters,
    List<String> names,
    Set<Integer> constants,
    Type result) {

  /** Names that a record's component cannot have (JLS 8.10.1). */
  private static final Set<String> ILLEGAL_COMPONENTS =
      Set.of(
          "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

  /** The generated class of a class: {@code a.Outer.Inner} gives {@code a.dOuter.dInner}. */
  public static Type.ClassType container(Type.ClassType owner) {
    return new Type.ClassType(
        owner.packageName(),
        owner.simpleNames().stream().map(n -> "d" + n).toList(),
        List.of(),
        true);
  }

  /** The linkage of a function of this class. */
  public static Linkage of(Function f, String base) {
    Set<Integer> constants = new LinkedHashSet<>();
    for (int i = 0; i < f.parameters().size(); i++) {
      if (f.constants().contains(f.parameters().get(i))) {
        constants.add(i);
      }
    }
    return new Linkage(
        container(f.owner()),
        base,
        f.parameters().stream().map(v -> v.type()).toList(),
        f.parameters().stream().map(v -> v.name()).toList(),
        constants,
        f.result());
  }

  /** The linkage of a method of another class, or of one with a hand-written derivative. */
  public static Linkage of(Callee callee) {
    return new Linkage(
        container(callee.owner()),
        callee.linkage().isEmpty() ? callee.name() : callee.linkage(),
        callee.parameterTypes(),
        callee.parameterNames(),
        callee.constants(),
        callee.returnType());
  }

  /** True if the parameter has an adjoint. */
  public boolean differentiates(int parameter) {
    return parameters.get(parameter).isDifferentiable() && !constants.contains(parameter);
  }

  /** The indices of the parameters that have an adjoint. */
  public List<Integer> differentiable() {
    return IntStream.range(0, parameters.size()).filter(this::differentiates).boxed().toList();
  }

  /** True if the method is linked by its value and gradient. */
  public boolean isByValue() {
    return Callee.isByValue(parameters, result);
  }

  /**
   * True if arrays inside arrays cross the call, or values whose adjoints are found by identity:
   * both sides must agree on all shadows.
   */
  public boolean sharesShadows() {
    return IntStream.range(0, parameters.size())
            .anyMatch(i -> differentiates(i) && isNested(parameters.get(i)))
        || isNested(result);
  }

  private static boolean isNested(Type type) {
    return Leaf.of(type).stream()
        .anyMatch(
            l ->
                l.type().leaf().isValue()
                    || l.type().rank() > 1
                    || l.type().rank() == 1 && l.type().leaf().holdsDifferentiableArray());
  }

  private String member(String suffix) {
    return base + suffix;
  }

  private Type.ClassType nested(String suffix) {
    return container.nested(capitalized(base) + suffix);
  }

  /** {@code dF}. */
  public String gradient() {
    return "d" + capitalized(base);
  }

  /**
   * {@code DFAdjoints}: what the pullback of a gradient returns, where that is several adjoints.
   */
  public Type.ClassType gradientAdjointsType() {
    return container.nested(capitalized(gradient()) + "Adjoints");
  }

  /** {@code fValueAndGradient}. */
  public String valueAndGradient() {
    return member("ValueAndGradient");
  }

  /** {@code fPullback}. */
  public String pullback() {
    return member("Pullback");
  }

  /** {@code fForward}. */
  public String forward() {
    return member("Forward");
  }

  /** {@code fBackward}. */
  public String backward() {
    return member("Backward");
  }

  /** {@code fJvp}. */
  public String jvp() {
    return member("Jvp");
  }

  /**
   * The method that computes value and tangent for other derivatives: {@code fJvp} itself where it
   * sees no array, else {@code fTangent}, which works on its caller's arrays.
   */
  public String tangent() {
    return isByValue() ? jvp() : member("Tangent");
  }

  /** {@code fHvp}. */
  public String hvp() {
    return member("Hvp");
  }

  /** {@code fValueAndGradientInto}. */
  public String valueAndGradientInto() {
    return member("ValueAndGradientInto");
  }

  /** {@code fHvpInto}. */
  public String hvpInto() {
    return member("HvpInto");
  }

  /** {@code fHessian}. */
  public String hessian() {
    return member("Hessian");
  }

  /** {@code fJacobian}. */
  public String jacobian() {
    return member("Jacobian");
  }

  /** {@code fHessianInto}. */
  public String hessianInto() {
    return member("HessianInto");
  }

  /** {@code fJacobianInto}. */
  public String jacobianInto() {
    return member("JacobianInto");
  }

  /** {@code fJacobianRows}: forward once, and back for each row. */
  public String jacobianRows() {
    return member("JacobianRows");
  }

  /** {@code FHessian}: the blocks of a Hessian by several parameters. */
  public Type.ClassType hessianType() {
    return nested("Hessian");
  }

  /** {@code FJacobian}: the blocks of a Jacobian by several parameters. */
  public Type.ClassType jacobianType() {
    return nested("Jacobian");
  }

  /** {@code FJvp}: a value and its tangent; of a {@code void} method, the arrays that it writes. */
  public Type.Record jvpType() {
    return new Type.Record(
        nested("Jvp"),
        List.of(new Type.Component("value", result), new Type.Component("valueDot", result)));
  }

  /** {@code FPullback}. */
  public Type.ClassType pullbackType() {
    return nested("Pullback");
  }

  /** {@code FTape}: what the forward half returns. */
  public Type.ClassType tapeType() {
    return nested("Tape");
  }

  /** {@code FOutputs}: the arrays that a {@code void} method has written, if several. */
  public Type.ClassType outputsType() {
    return nested("Outputs");
  }

  /** The type of a gradient with respect to some parameters: their type, or a record of them. */
  public Type gradientType(List<Integer> withRespectTo) {
    return withRespectTo.size() == 1
        ? parameters.get(withRespectTo.get(0))
        : new Type.Record(nested("Gradient"), components(withRespectTo));
  }

  /** {@code FValueAndGradient}. */
  public Type.Record valueAndGradientType(List<Integer> withRespectTo) {
    return new Type.Record(
        nested("ValueAndGradient"),
        List.of(
            new Type.Component("value", result),
            new Type.Component("gradient", gradientType(withRespectTo))));
  }

  /**
   * True if arrays that a caller gives can hold the whole gradient: no parameter has numbers or
   * values, whose adjoints are returned.
   */
  boolean isGradientGiven(List<Integer> withRespectTo) {
    return withRespectTo.stream()
        .map(parameters::get)
        .noneMatch(p -> p.holdsScalar() || p.holdsValue());
  }

  /** The parameters whose adjoint the backward half returns, because they hold scalars. */
  public List<Integer> returned() {
    return differentiable().stream().filter(i -> parameters.get(i).holdsScalar()).toList();
  }

  /** The parameters whose shadow the backward half takes, because they hold arrays. */
  public List<Integer> shadowed() {
    return differentiable().stream()
        .filter(i -> Leaf.of(parameters.get(i)).stream().anyMatch(Leaf::isStorage))
        .toList();
  }

  /** True if the backward half takes an adjoint of the result: one that no map of shadows has. */
  public boolean takesSeed() {
    List<Leaf> leaves = Leaf.of(result);
    boolean isKept =
        !leaves.isEmpty() && leaves.stream().noneMatch(l -> l.isScalar() || l.isStorage());
    return !(result instanceof Type.Void) && !isKept;
  }

  /** What the backward half returns: nothing, one adjoint, or a record of adjoints. */
  public Type adjointsType() {
    List<Integer> returned = returned();
    return switch (returned.size()) {
      case 0 -> Type.VOID;
      case 1 -> parameters.get(returned.get(0));
      default -> new Type.Record(nested("Adjoints"), components(returned));
    };
  }

  /** The components of a record with one component for each of these parameters. */
  public List<Type.Component> components(List<Integer> of) {
    return of.stream()
        .map(i -> new Type.Component(componentName(names.get(i)), parameters.get(i)))
        .toList();
  }

  /** The name as a component of a record can have it. */
  static String componentName(String parameter) {
    return ILLEGAL_COMPONENTS.contains(parameter) ? parameter + "_" : parameter;
  }
}
