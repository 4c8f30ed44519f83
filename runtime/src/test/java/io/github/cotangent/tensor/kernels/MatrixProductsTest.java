package io.github.cotangent.tensor.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import io.github.cotangent.tensor.kernels.MatrixKernels.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The BLAS and plain Java, against the definition. */
class MatrixProductsTest {

  static Stream<Product> products() {
    List<Product> all = new ArrayList<>();
    for (int form = 0; form < 4; form++) {
      for (int[] s :
          new int[][] {
            {1, 1, 1},
            {4, 4, 4},
            {5, 6, 7},
            {8, 3, 1},
            {1, 9, 5},
            {1, 2, 40},
            {9, 5, 2},
            {7, 1, 6},
            {3, 8, 8},
            {13, 11, 12},
            {70, 12, 9},
            {12, 70, 10},
            {130, 1030, 5},
            {150, 70, 33},
            {515, 30, 3},
            {1, 21, 60},
            {70, 30, 1},
            {0, 2, 3},
            {2, 3, 0}
          }) {
        all.add(new Product(form % 2 == 1, form / 2 == 1, s[0], s[1], s[2]));
      }
    }
    return all.stream();
  }

  private static double[] random(int seed, int length) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }

  private static float[] floats(double[] a) {
    float[] out = new float[a.length];
    for (int i = 0; i < a.length; i++) {
      out[i] = (float) a[i];
    }
    return out;
  }

  private static double[] expected(Product p, double[] a, double[] b, double[] c) {
    double[] out = c.clone();
    for (int i = 0; i < p.m(); i++) {
      for (int j = 0; j < p.n(); j++) {
        for (int q = 0; q < p.k(); q++) {
          double left = a[2 + (p.transA() ? q * p.m() + i : i * p.k() + q)];
          double right = b[1 + (p.transB() ? j * p.k() + q : q * p.n() + j)];
          out[3 + i * p.n() + j] += left * right;
        }
      }
    }
    return out;
  }

  @ParameterizedTest
  @MethodSource("products")
  void addsTheProduct(Product p) {
    double[] a = random(1, 2 + p.m() * p.k());
    double[] b = random(2, 1 + p.k() * p.n());
    double[] c = random(3, 3 + p.m() * p.n());
    double[] expected = expected(p, a, b, c);
    for (MatrixKernels<double[]> kernels :
        List.of(new DoubleBlas(), new DoubleProducts(new DoubleBlocks()))) {
      double[] out = c.clone();
      kernels.addProduct(p, a, 2, b, 1, out, 3, null);
      assertThat(out).containsExactly(expected, within(1e-13));
    }
    for (MatrixKernels<float[]> kernels :
        List.of(new FloatBlas(), new FloatProducts(new FloatBlocks()))) {
      float[] out = floats(c);
      kernels.addProduct(p, floats(a), 2, floats(b), 1, out, 3, null);
      assertThat(out).containsExactly(floats(expected), within(1e-5f));
    }
  }

  @ParameterizedTest
  @CsvSource({"300, 200, 70", "4, 3000, 300", "1000, 40, 90"})
  void givesTheSameBitsOnAnyNumberOfThreads(int m, int n, int k) throws Exception {
    for (int form = 0; form < 4; form++) {
      Product p = new Product(form % 2 == 1, form / 2 == 1, m, n, k);
      float[] a = floats(random(1, m * k));
      float[] b = floats(random(2, k * n));
      float[] alone = new float[m * n];
      on(1, () -> new FloatProducts(new FloatBlocks()).addProduct(p, a, 0, b, 0, alone, 0, null));
      for (int threads : new int[] {2, 3, 8}) {
        float[] together = new float[m * n];
        on(
            threads,
            () ->
                new FloatProducts(new FloatBlocks()).addProduct(p, a, 0, b, 0, together, 0, null));
        assertThat(together).containsExactly(alone);
      }
    }
  }

  private static void on(int threads, Runnable task) throws Exception {
    ForkJoinPool pool = new ForkJoinPool(threads);
    try {
      pool.submit(task).get();
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void takesTheBlasWhereItIsNative() {
    boolean isNative = BLAS.getInstance() instanceof NativeBLAS;
    assertThat(MatrixProducts.ofDoubles() instanceof DoubleBlas).isEqualTo(isNative);
    assertThat(MatrixProducts.ofFloats() instanceof FloatBlas).isEqualTo(isNative);
  }
}
