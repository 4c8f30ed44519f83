package io.github.cotangent.processor.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a gradient keeps of each iteration of loops as users write them: counted by the bytes that
 * {@code dF} allocates when the number of iterations is doubled, so that it cannot creep up.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedValuesTest {

  private static final int ITERATIONS = 4096;

  /** What the machine itself allocates at first does not come again. */
  private static final int RUNS = 10;

  private static final int ATTEMPTS = 50;

  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final String LOOPS =
      """
      package made;

      import io.github.cotangent.Differentiable;
      import io.github.cotangent.Gradients;

      public class Loops {
        @Differentiable
        public static double runningSum(double[] x, double w) {
          double sum = 0.0;
          for (int i = 0; i < x.length; i++) {
            sum += w * x[i] * x[i];
          }
          return sum;
        }

        private static double slope(double y, double rate) {
          return rate * y * (1.0 - y);
        }

        @Differentiable
        public static double rungeKutta(double y0, double rate, double h, int steps) {
          double y = y0;
          for (int i = 0; i < steps; i++) {
            double k1 = slope(y, rate);
            double k2 = slope(y + 0.5 * h * k1, rate);
            double k3 = slope(y + 0.5 * h * k2, rate);
            double k4 = slope(y + h * k3, rate);
            y += h / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
          }
          return y;
        }

        @Differentiable
        public static double sweeps(double[] start, double conductivity, int steps) {
          double[] u = start.clone();
          double[] next = start.clone();
          for (int t = 0; t < steps; t++) {
            for (int i = 1; i < u.length - 1; i++) {
              next[i] = u[i] + conductivity * (u[i - 1] - 2.0 * u[i] + u[i + 1]);
            }
            for (int i = 1; i < u.length - 1; i++) {
              u[i] = next[i];
            }
          }
          double sum = 0.0;
          for (int i = 0; i < u.length; i++) {
            sum += u[i] * u[i];
          }
          return sum;
        }

        @Differentiable
        public static double product(double[][] a, double[][] b) {
          double total = 0.0;
          for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
              double sum = 0.0;
              for (int k = 0; k < b.length; k++) {
                sum += a[i][k] * b[k][j];
              }
              total += sum * sum;
            }
          }
          return total;
        }

        private static void multiply(double[][] a, double[] x, double[] out) {
          for (int i = 0; i < out.length; i++) {
            out[i] = 0.0;
            for (int j = 0; j < x.length; j++) {
              out[i] += a[i][j] * x[j];
            }
          }
        }

        @Differentiable
        public static double powers(double[][] a, double[] start, int steps) {
          double[] x = start.clone();
          double[] out = new double[x.length];
          for (int k = 0; k < steps; k++) {
            multiply(a, x, out);
            for (int i = 0; i < x.length; i++) {
              x[i] = 0.1 * out[i];
            }
          }
          return x[0];
        }

        @Differentiable
        public static double newton(double square, int steps) {
          double root = square;
          for (int i = 0; i < steps; i++) {
            root -= (root * root - square) / (2.0 * root);
          }
          return root;
        }

        @Differentiable
        public static double checkpointed(double y0, double rate, double h, int steps) {
          double y = y0;
          for (int i = 0; i < steps; i++) {
            Gradients.checkpoint();
            double k1 = rate * y * (1.0 - y);
            double middle = y + 0.5 * h * k1;
            y += h * rate * middle * (1.0 - middle);
          }
          return y;
        }

        @Differentiable
        public static double midpoint(double y0, double rate, double h, int steps) {
          double y = y0;
          for (int i = 0; i < steps; i++) {
            double k1 = rate * y * (1.0 - y);
            double middle = y + 0.5 * h * k1;
            y += h * rate * middle * (1.0 - middle);
          }
          return y;
        }
      }
      """;

  private URLClassLoader loader;

  @BeforeAll
  void compile(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("made/Loops.java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, LOOPS);
    Compilation compilation = Compilation.withProcessor(List.of(file), directory, List.of());
    assertThat(compilation.success()).as("%s", compilation.diagnostics()).isTrue();
    URL[] classPath = {compilation.classes().toUri().toURL()};
    loader = new URLClassLoader(classPath, getClass().getClassLoader());
  }

  @AfterAll
  void close() throws IOException {
    loader.close();
  }

  /**
   * A loop.
   *
   * @param gradient the generated method
   * @param arguments those for some number of iterations
   * @param returned bytes that the gradient itself has for each iteration
   * @param recorded bytes that are kept for each iteration
   */
  private record Loop(
      String gradient, IntFunction<Object[]> arguments, int returned, int recorded) {
    @Override
    public String toString() {
      return gradient;
    }
  }

  /** With references of four bytes, as in heaps below 32 GB. */
  static Stream<Loop> loops() {
    return Stream.of(
        // Each round runs again when it is reversed.
        new Loop("dRunningSum", n -> new Object[] {filled(n), 0.7}, 8, 0),
        // The state, k1, k2, k3 and their sum: the slope is put in place.
        new Loop("dRungeKutta", n -> new Object[] {0.1, 0.9, 1e-3, n}, 0, 5 * 8),
        // For ten cells a row of eleven doubles: a header (16) and a reference (4) beside them.
        new Loop("dSweeps", n -> new Object[] {filled(12), 0.2, n}, 0, 11 * 8 + 20),
        // An iteration is a column, with sixteen of the innermost loop, which keep nothing; rows
        // are
        // reversed one by one, and one row's sums are kept at a time.
        new Loop("dProduct", n -> new Object[] {filled(4, 4), filled(4, n)}, 4 * 8, 8),
        // Sixteen doubles before the product and as many of the vector before, with the headers and
        // references of two rows, and the tape: a header (12) and four references. No sums.
        new Loop("dPowers", n -> new Object[] {filled(16, 16), filled(16), n}, 0, 2 * 148 + 32),
        // The root, and the numerator.
        new Loop("dNewton", n -> new Object[] {2.0, n}, 0, 2 * 8),
        // The state, the point between, and what multiplies it.
        new Loop("dMidpoint", n -> new Object[] {0.1, 0.9, 1e-3, n}, 0, 3 * 8));
  }

  private static double[] filled(int n) {
    double[] x = new double[n];
    Arrays.setAll(x, i -> Math.sin(i + 1));
    return x;
  }

  private static double[][] filled(int rows, int columns) {
    double[][] x = new double[rows][];
    Arrays.setAll(x, i -> filled(columns));
    return x;
  }

  /** The bytes that a gradient allocates, its result included. */
  private long bytes(String gradient, Object... arguments) throws Exception {
    Method method =
        Arrays.stream(loader.loadClass("made.dLoops").getMethods())
            .filter(m -> m.getName().equals(gradient))
            .findFirst()
            .orElseThrow();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < RUNS; i++) {
      long before = THREAD.getCurrentThreadAllocatedBytes();
      method.invoke(null, arguments);
      least = Math.min(least, THREAD.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  @ParameterizedTest
  @MethodSource("loops")
  void loopsKeepWhatTheirAdjointsRead(Loop loop) throws Exception {
    int further = ITERATIONS * (loop.returned() + loop.recorded());
    long growth =
        growth(
            loop.gradient(),
            loop.arguments().apply(ITERATIONS),
            loop.arguments().apply(2 * ITERATIONS),
            further);
    double kept = (double) growth / ITERATIONS - loop.returned();
    System.out.printf("%s keeps %.0f bytes for each iteration%n", loop, kept);
    assertThat(kept).isEqualTo(loop.recorded());
  }

  /**
   * How many more bytes a gradient allocates with other arguments. Between the two counts the JIT
   * compiler may take an allocation out of the method, so what is not as expected is counted again:
   * once compiled, the method allocates the same at all times.
   */
  private long growth(String gradient, Object[] fewer, Object[] more, long expected)
      throws Exception {
    long growth = 0;
    for (int i = 0; i < ATTEMPTS; i++) {
      growth = bytes(gradient, more) - bytes(gradient, fewer);
      if (growth == expected) {
        break;
      }
    }
    return growth;
  }

  /**
   * A state is a double, and a number that says which it is; twenty-four bytes for each doubling.
   */
  @Test
  void aCheckpointedLoopKeepsALogarithmicNumberOfStates() throws Exception {
    for (int exponent = 6; exponent <= 16; exponent += 2) {
      int n = 1 << exponent;
      Object[] few = {0.1, 0.9, 1e-3, n};
      Object[] more = {0.1, 0.9, 1e-3, 4 * n};
      assertThat(growth("dCheckpointed", few, more, 24)).isEqualTo(24);
      long all = bytes("dCheckpointed", few);
      System.out.printf("%d checkpointed iterations allocate %d bytes in all%n", n, all);
    }
  }
}
