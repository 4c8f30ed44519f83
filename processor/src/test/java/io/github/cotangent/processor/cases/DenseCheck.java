package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Holds the dense derivatives against those along a direction: {@code fJacobian} times the
 * direction is what {@code fJvp} gives, and {@code fHessian} times the direction what {@code fHvp}
 * gives. Added to blocks of zeros, they are the same.
 */
final class DenseCheck {

  private static final int DIRECTION = 7;

  private final RunCheck run;
  private final Target target;
  private final Directions directions;
  private final double tolerance;

  DenseCheck(RunCheck run, Target target, CaseFolder folder) {
    this.run = run;
    this.target = target;
    this.directions = new Directions(run, target);
    this.tolerance = Math.max(folder.forwardTolerance(), 1e-10);
  }

  /** Checks the Jacobian, where the method has one. */
  void jacobian() {
    Optional<Method> member = target.find("Jacobian", target.types());
    if (member.isEmpty() || hasNoDense()) {
      return;
    }
    Outcome jvp = directions.call(target::jvp, DIRECTION);
    Outcome jacobian = run.call(member.get());
    RunCheck.agree(jvp, jacobian);
    if (jvp.thrown() == null) {
      Object[] blocks = blocks(jacobian.value());
      Object expected = RunCheck.part(jvp.value(), "valueDot");
      close(product(blocks, expected), expected);
      into("JacobianInto", blocks);
    }
  }

  /** Checks the Hessian and what {@code fHvpInto} adds, where the method has them. */
  void hessian() {
    if (hasNoDense()) {
      return;
    }
    Outcome hvp = directions.call(target::hvp, DIRECTION);
    if (hvp.thrown() == null) {
      hvpInto(hvp.value());
    }
    Optional<Method> member = target.find("Hessian", target.types());
    if (member.isEmpty()) {
      return;
    }
    Outcome hessian = run.call(member.get());
    RunCheck.agree(hvp, hessian);
    if (hvp.thrown() == null) {
      Object[] blocks = blocks(hessian.value());
      Object[] expected = given(target.unpack(hvp.value()));
      for (int i = 0; i < expected.length; i++) {
        int count = expected.length;
        close(
            product(Arrays.copyOfRange(blocks, i * count, (i + 1) * count), expected[i]),
            expected[i]);
      }
      into("HessianInto", blocks);
    }
  }

  private void hvpInto(Object hvp) {
    Object[] expected = given(target.unpack(hvp));
    List<Class<?>> types = new ArrayList<>(target.types());
    List<Object> passed = new ArrayList<>(Arrays.asList(run.freshArguments()));
    Object[] direction = given(directions.of(DIRECTION));
    Object[] zeros = given(Scalars.zeros(run.freshArguments(), target.differentiable()));
    List<Class<?>> differentiated = differentiated();
    for (int i = 0; i < direction.length; i++) {
      types.add(differentiated.get(i));
      passed.add(direction[i]);
    }
    for (int i = 0; i < direction.length; i++) {
      if (Scalars.holdsArray(differentiated.get(i))) {
        types.add(differentiated.get(i));
        passed.add(zeros[i]);
      }
    }
    Optional<Method> member = target.find("HvpInto", types);
    if (member.isPresent()) {
      Object returned = Outcome.of(member.get(), null, passed.toArray()).get();
      same("HvpInto", returned == null ? zeros : given(target.unpack(returned)), expected);
    }
  }

  /** What is added to blocks of zeros; blocks that are numbers are returned. */
  private void into(String name, Object[] blocks) {
    List<Class<?>> types = new ArrayList<>(target.types());
    List<Object> passed = new ArrayList<>(Arrays.asList(run.freshArguments()));
    Object[] zeros = blocks.clone();
    for (int i = 0; i < blocks.length; i++) {
      if (blocks[i].getClass().isArray()) {
        zeros[i] = Scalars.zeros(new Object[] {Scalars.copy(blocks[i])}, new boolean[] {true})[0];
        types.add(blocks[i].getClass());
        passed.add(zeros[i]);
      }
    }
    Optional<Method> member = target.find(name, types);
    if (member.isPresent()) {
      Object returned = Outcome.of(member.get(), null, passed.toArray()).get();
      same(name, zeros, blocks);
      if (returned != null) {
        same(name, blocks(returned), blocks);
      }
    }
  }

  private static void same(String name, Object[] actual, Object[] expected) {
    assertThat(Scalars.areClose(actual, expected))
        .as("%s: %s, expected %s", name, Scalars.show(actual), Scalars.show(expected))
        .isTrue();
  }

  /**
   * With arrays in common, a row has the derivative for both, and a product would count it twice;
   * by null there is no derivative.
   */
  private boolean hasNoDense() {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    return Arrays.stream(run.freshArguments())
        .anyMatch(a -> a == null || a.getClass().isArray() && !seen.add(a));
  }

  private static Object[] blocks(Object dense) {
    if (!(dense instanceof Record)) {
      return new Object[] {dense};
    }
    RecordComponent[] components = dense.getClass().getRecordComponents();
    return Arrays.stream(components).map(c -> Scalars.component(dense, c)).toArray();
  }

  private Object[] given(Object[] byParameter) {
    boolean[] differentiable = target.differentiable();
    List<Object> given = new ArrayList<>();
    for (int i = 0; i < differentiable.length; i++) {
      if (differentiable[i]) {
        given.add(byParameter[i]);
      }
    }
    return given.toArray();
  }

  private List<Class<?>> differentiated() {
    boolean[] differentiable = target.differentiable();
    List<Class<?>> types = new ArrayList<>();
    for (int i = 0; i < differentiable.length; i++) {
      if (differentiable[i]) {
        types.add(target.types().get(i));
      }
    }
    return types;
  }

  /** The sum of the blocks' products with their parts of the direction: a number, or an array. */
  private double[] product(Object[] blocks, Object shape) {
    Object[] direction = given(directions.of(DIRECTION));
    double[] sum = new double[shape instanceof double[] a ? a.length : 1];
    for (int row = 0; row < sum.length; row++) {
      for (int p = 0; p < blocks.length; p++) {
        Object block = shape instanceof double[] ? Array.get(blocks[p], row) : blocks[p];
        sum[row] += dot(block, direction[p]);
      }
    }
    return sum;
  }

  private static double dot(Object block, Object direction) {
    if (block instanceof Double number) {
      return number * (Double) direction;
    }
    double sum = 0;
    for (int i = 0; i < Array.getLength(block); i++) {
      sum += Array.getDouble(block, i) * Array.getDouble(direction, i);
    }
    return sum;
  }

  private void close(double[] product, Object expected) {
    double[] other = expected instanceof double[] a ? a : new double[] {RunCheck.number(expected)};
    assertThat(product).hasSameSizeAs(other);
    for (int i = 0; i < other.length; i++) {
      if (Double.isFinite(product[i]) && Double.isFinite(other[i])) {
        double scale = Math.max(1, Math.max(Math.abs(product[i]), Math.abs(other[i])));
        assertThat(Math.abs(product[i] - other[i]))
            .as("%s, along the direction %s", product[i], other[i])
            .isLessThanOrEqualTo(tolerance * scale);
      }
    }
  }
}
