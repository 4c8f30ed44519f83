package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every row of the table of rules against differences, in both modes and types. */
class RulesTest {

  private static final double AGAINST_DIFFERENCES = 1e-8;
  private static final double BETWEEN_MODES = 1e-12;
  private static final double FLOAT_AGAINST_DOUBLE = 2e-5;

  /** An operation at a point. */
  record Case(Operation operation, int[][] shapes) {
    @Override
    public String toString() {
      return operation.name()
          + Arrays.stream(shapes)
              .map(s -> Shape.of(s).toString())
              .collect(Collectors.joining(" ", " ", ""));
    }

    Tensor[] point() {
      return IntStream.range(0, shapes.length)
          .mapToObj(i -> operation.domain().tensor(17 + 5L * i, shapes[i]))
          .toArray(Tensor[]::new);
    }

    /** Other tensors of the shapes of the operands. */
    Tensor[] noise(long seed, DType dtype) {
      return IntStream.range(0, shapes.length)
          .mapToObj(i -> Tensors.normal(dtype, seed + i, shapes[i]))
          .toArray(Tensor[]::new);
    }

    Tensor[] adjoints(Tensor[] x, Tensor[] before, Tensor seed) {
      TensorAdjoint[] d = new TensorAdjoint[x.length];
      for (int i = 0; i < d.length; i++) {
        d[i] = x[i].accumulator();
        if (before != null) {
          d[i].add(before[i]);
        }
      }
      TensorAdjoint dResult = seed.accumulator();
      dResult.add(seed);
      operation.pullback().run(x, operation.primal().of(x), dResult, d);
      return Arrays.stream(d).map(TensorAdjoint::freeze).toArray(Tensor[]::new);
    }

    Tensor tangent(Tensor[] x, Tensor[] xDot) {
      return operation.tangent().of(x, operation.primal().of(x), xDot);
    }
  }

  static Stream<Case> cases() {
    return Operations.all().flatMap(o -> o.shapes().stream().map(s -> new Case(o, s)));
  }

  private static Tensor seed(Tensor result, DType dtype) {
    return Tensors.normal(dtype, 99, result.shape());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pullbackAgreesWithDifferences(Case c) {
    Tensor[] x = c.point();
    Tensor seed = seed(c.operation().primal().of(x), DType.DOUBLE);
    Tensor[] dx = c.adjoints(x, null, seed);
    for (int i = 0; i < x.length; i++) {
      for (int e = 0; e < x[i].size(); e++) {
        double expected = difference(c, x, i, e, seed);
        assertThat(dx[i].toDoubles()[e])
            .as("operand %d, element %d", i, e)
            .isCloseTo(expected, within(AGAINST_DIFFERENCES * Math.max(1, Math.abs(expected))));
      }
    }
  }

  /** A central difference, extrapolated twice (Richardson). */
  private static double difference(Case c, Tensor[] x, int operand, int element, Tensor seed) {
    double[] d = new double[3];
    for (int level = 0; level < 3; level++) {
      double h = 1e-3 / (1 << level);
      double up = moved(c, x, operand, element, h).dot(seed);
      double down = moved(c, x, operand, element, -h).dot(seed);
      d[level] = (up - down) / (2 * h);
    }
    double first = d[1] + (d[1] - d[0]) / 3;
    double second = d[2] + (d[2] - d[1]) / 3;
    return second + (second - first) / 15;
  }

  private static Tensor moved(Case c, Tensor[] x, int operand, int element, double by) {
    Tensor[] moved = x.clone();
    double[] values = x[operand].toDoubles();
    values[element] += by;
    moved[operand] = Tensors.of(values, x[operand].shape());
    return c.operation().primal().of(moved);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void pullbackAddsToWhatIsThere(Case c) {
    Tensor[] x = c.point();
    Tensor seed = seed(c.operation().primal().of(x), DType.DOUBLE);
    Tensor[] before = c.noise(31, DType.DOUBLE);
    double[][] copies = Arrays.stream(before).map(Tensor::toDoubles).toArray(double[][]::new);
    Tensor[] dx = c.adjoints(x, null, seed);
    Tensor[] sum = c.adjoints(x, before, seed);
    for (int i = 0; i < x.length; i++) {
      assertThat(sum[i].toDoubles())
          .containsExactly(before[i].plus(dx[i]).toDoubles(), within(1e-12));
      assertThat(before[i].toDoubles()).containsExactly(copies[i]);
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void modesAgree(Case c) {
    Tensor[] x = c.point();
    Tensor[] xDot = c.noise(7, DType.DOUBLE);
    Tensor result = c.operation().primal().of(x);
    Tensor seed = seed(result, DType.DOUBLE);
    Tensor tangent = c.tangent(x, xDot);
    assertThat(tangent.shape()).containsExactly(result.shape());
    Tensor[] dx = c.adjoints(x, null, seed);
    double reverse = 0;
    double size = 1;
    for (int i = 0; i < x.length; i++) {
      assertThat(dx[i].shape()).containsExactly(x[i].shape());
      reverse += dx[i].dot(xDot[i]);
      size += dx[i].abs().dot(xDot[i].abs());
    }
    assertThat(tangent.dot(seed)).isCloseTo(reverse, within(BETWEEN_MODES * size));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void floatAgreesWithDouble(Case c) {
    Tensor[] floats = to(c.point(), DType.FLOAT);
    Tensor[] doubles = to(floats, DType.DOUBLE);
    Tensor[] dots = c.noise(7, DType.FLOAT);
    Tensor result = c.operation().primal().of(floats);
    Tensor seed = seed(result, DType.FLOAT);
    agree(result, c.operation().primal().of(doubles));
    agree(c.tangent(floats, dots), c.tangent(doubles, to(dots, DType.DOUBLE)));
    Tensor[] dx = c.adjoints(floats, null, seed);
    Tensor[] expected = c.adjoints(doubles, null, seed.to(DType.DOUBLE));
    for (int i = 0; i < dx.length; i++) {
      agree(dx[i], expected[i]);
    }
  }

  private static Tensor[] to(Tensor[] x, DType dtype) {
    return Arrays.stream(x).map(t -> t.to(dtype)).toArray(Tensor[]::new);
  }

  private static void agree(Tensor actual, Tensor expected) {
    assertThat(actual.dtype()).isEqualTo(DType.FLOAT);
    double scale = expected.size() == 0 ? 0 : expected.abs().max(Axes.all()).item();
    assertThat(actual.toDoubles())
        .containsExactly(expected.toDoubles(), within(FLOAT_AGAINST_DOUBLE * Math.max(1, scale)));
  }

  /** An accumulator that nobody asks for takes everything, and does nothing. */
  @ParameterizedTest
  @MethodSource("cases")
  void constantsCostNothing(Case c) {
    Tensor[] x = c.point();
    Tensor result = c.operation().primal().of(x);
    TensorAdjoint dResult = result.accumulator();
    dResult.add(seed(result, DType.DOUBLE));
    TensorAdjoint[] d = Arrays.stream(x).map(Tensor::discarding).toArray(TensorAdjoint[]::new);
    c.operation().pullback().run(x, result, dResult, d);
    for (TensorAdjoint unused : d) {
      assertThat(unused.freeze().abs().sum()).isZero();
    }
  }

  static Stream<Case> pairs() {
    return cases()
        .filter(c -> c.shapes().length == 2 && Arrays.equals(c.shapes()[0], c.shapes()[1]));
  }

  /** {@code x op x}: both adjoints are the same accumulator. */
  @ParameterizedTest
  @MethodSource("pairs")
  void oneTensorMayBeBothOperands(Case c) {
    Tensor x = c.point()[0];
    Tensor[] both = {x, x};
    Tensor result = c.operation().primal().of(both);
    Tensor seed = seed(result, DType.DOUBLE);
    Tensor[] apart = c.adjoints(both, null, seed);
    TensorAdjoint dx = x.accumulator();
    TensorAdjoint dResult = seed.accumulator();
    dResult.add(seed);
    c.operation().pullback().run(both, result, dResult, new TensorAdjoint[] {dx, dx});
    assertThat(dx.freeze().toDoubles())
        .containsExactly(apart[0].plus(apart[1]).toDoubles(), within(1e-12));
  }

  @Test
  void everyRuleIsInTheTable() {
    Set<String> tried =
        Operations.all()
            .map(o -> o.rules().getSimpleName() + "." + o.name())
            .collect(Collectors.toCollection(TreeSet::new));
    // What is made from and made to arrays and numbers has tests of its own: TensorsTest.
    tried.addAll(Set.of("Tensors.of", "Tensors.vector", "Tensors.scalar"));
    tried.addAll(Set.of("StructureRules.toDoubles", "StructureRules.toFloats"));
    Set<String> rules = new TreeSet<>();
    for (Class<?> place :
        new Class<?>[] {
          ArithmeticRules.class,
          FunctionRules.class,
          ReductionRules.class,
          StructureRules.class,
          MatrixRules.class,
          Tensors.class,
          Losses.class,
          Convolutions.class
        }) {
      for (Method m : place.getDeclaredMethods()) {
        if (Modifier.isPublic(m.getModifiers()) && m.getName().matches(".*(Pullback|Tangent)")) {
          rules.add(
              place.getSimpleName() + "." + m.getName().replaceFirst("(Pullback|Tangent)$", ""));
        }
      }
    }
    assertThat(tried).isEqualTo(rules);
  }
}
