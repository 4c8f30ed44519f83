package io.github.cotangent.tensor.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cotangent.tensor.kernels.MatrixKernels.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sums of a product are made in one order, whoever makes them, so that a training gives the
 * same numbers everywhere. Maven runs this with the Vector API, too.
 */
class ProductBitsTest {

  private static final boolean HAS_VECTORS =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private final FloatProducts products = new FloatProducts(MatrixProducts.floatBlocks());

  static Stream<Product> products() {
    List<Product> all = new ArrayList<>();
    for (int form = 0; form < 4; form++) {
      for (int[] s :
          new int[][] {
            {2, 70, 9},
            {4, 64, 8},
            {4, 65, 2},
            {5, 99, 7},
            {17, 131, 30},
            {32, 128, 70},
            {33, 67, 261},
            {70, 10, 12},
            {130, 1030, 5},
            {150, 70, 33}
          }) {
        all.add(new Product(form % 2 == 1, form / 2 == 1, s[0], s[1], s[2]));
      }
    }
    return all.stream();
  }

  /** Numbers of very different sizes: another order would hardly give the same sum. */
  private static float[] random(int seed, int length) {
    Random random = new Random(seed);
    float[] out = new float[length];
    for (int i = 0; i < length; i++) {
      out[i] = (float) (random.nextGaussian() * Math.exp(3 * random.nextGaussian()));
    }
    return out;
  }

  private static float[] expected(Product p, float[] a, float[] b, float[] c) {
    float[] out = c.clone();
    for (int i = 0; i < p.m(); i++) {
      for (int j = 0; j < p.n(); j++) {
        int q = 0;
        for (; q + 3 < p.k(); q += 4) {
          float four = term(p, a, b, i, j, q) + term(p, a, b, i, j, q + 1);
          four += term(p, a, b, i, j, q + 2);
          four += term(p, a, b, i, j, q + 3);
          out[3 + i * p.n() + j] += four;
        }
        for (; q < p.k(); q++) {
          out[3 + i * p.n() + j] += term(p, a, b, i, j, q);
        }
      }
    }
    return out;
  }

  private static float term(Product p, float[] a, float[] b, int i, int j, int q) {
    float left = a[2 + (p.transA() ? q * p.m() + i : i * p.k() + q)];
    float right = b[1 + (p.transB() ? j * p.k() + q : q * p.n() + j)];
    return left * right;
  }

  @ParameterizedTest
  @MethodSource("products")
  void addsInFoursFromTheLeft(Product p) {
    float[] a = random(1, 2 + p.m() * p.k());
    float[] b = random(2, 1 + p.k() * p.n());
    float[] c = random(3, 3 + p.m() * p.n());
    float[] expected = expected(p, a, b, c);
    Layouts kept = new Layouts();
    for (int time = 0; time < 3; time++) { // Laid out each time, to be kept, and found.
      float[] out = c.clone();
      products.addProduct(p, a, 2, b, 1, out, 3, kept);
      assertThat(out).containsExactly(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("products")
  void givesTheSameBitsOnThreads(Product p) throws Exception {
    float[] a = random(1, p.m() * p.k());
    float[] b = random(2, p.k() * p.n());
    float[] alone = new float[p.m() * p.n()];
    float[] together = new float[p.m() * p.n()];
    products.addProduct(p, a, 0, b, 0, alone, 0, null);
    ForkJoinPool pool = new ForkJoinPool(3);
    try {
      pool.submit(() -> products.addProduct(p, a, 0, b, 0, together, 0, null)).get();
    } finally {
      pool.shutdown();
    }
    assertThat(together).containsExactly(alone);
  }

  @Test
  void takesTheVectorsWhereTheirModuleIs() {
    String name = HAS_VECTORS ? "FloatVectorBlocks" : "FloatBlocks";
    assertThat(MatrixProducts.floatBlocks().getClass().getSimpleName()).isEqualTo(name);
  }
}
