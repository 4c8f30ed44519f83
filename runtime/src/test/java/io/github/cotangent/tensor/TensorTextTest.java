package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is expected here was printed by NumPy 2.4. */
class TensorTextTest {

  @Test
  void vectors() {
    assertThat(Tensors.vector(1, 2, 3).toString()).isEqualTo("[1. 2. 3.]");
  }

  @Test
  void matrices() {
    assertThat(Tensors.of(new double[] {0.1, -0.25, 3, 1.0 / 3}, 2, 2).toString())
        .isEqualTo("[[ 0.1        -0.25      ]\n" + " [ 3.          0.33333333]]");
  }

  @Test
  void exponents() {
    assertThat(Tensors.vector(1e-5, 1.25, -3).toString())
        .isEqualTo("[ 1.00e-05  1.25e+00 -3.00e+00]");
  }

  @Test
  void longExponents() {
    assertThat(Tensors.vector(1e100, -0.0, 1e-300).toString())
        .isEqualTo("[ 1.e+100 -0.e+000  1.e-300]");
  }

  @Test
  void exponentsBesideNaN() {
    assertThat(Tensors.vector(1e-5, 1.25, Double.NaN, Double.NEGATIVE_INFINITY).toString())
        .isEqualTo("[1.00e-05 1.25e+00      nan     -inf]");
  }

  @Test
  void specialNumbers() {
    assertThat(Tensors.vector(1, 0, Double.NaN, Double.NEGATIVE_INFINITY).toString())
        .isEqualTo("[  1.   0.  nan -inf]");
  }

  @Test
  void nothingFinite() {
    assertThat(Tensors.vector(Double.NaN, Double.POSITIVE_INFINITY).toString())
        .isEqualTo("[nan inf]");
  }

  @Test
  void longLines() {
    assertThat(Tensors.range(DType.DOUBLE, 30).times(1.0 / 7).toString())
        .isEqualTo(
            "[0.         0.14285714 0.28571429 0.42857143 0.57142857 0.71428571\n"
                + " 0.85714286 1.         1.14285714 1.28571429 1.42857143 1.57142857\n"
                + " 1.71428571 1.85714286 2.         2.14285714 2.28571429 2.42857143\n"
                + " 2.57142857 2.71428571 2.85714286 3.         3.14285714 3.28571429\n"
                + " 3.42857143 3.57142857 3.71428571 3.85714286 4.         4.14285714]");
  }

  @Test
  void cubes() {
    assertThat(Tensors.range(DType.DOUBLE, 12).reshape(2, 3, 2).toString())
        .isEqualTo(
            "[[[ 0.  1.]\n"
                + "  [ 2.  3.]\n"
                + "  [ 4.  5.]]\n"
                + "\n"
                + " [[ 6.  7.]\n"
                + "  [ 8.  9.]\n"
                + "  [10. 11.]]]");
  }

  @Test
  void summaries() {
    assertThat(Tensors.range(DType.FLOAT, 2000).toString())
        .isEqualTo("[0.000e+00 1.000e+00 2.000e+00 ... 1.997e+03 1.998e+03 1.999e+03]");
  }

  @Test
  void summariesOfMatrices() {
    assertThat(Tensors.range(DType.FLOAT, 2000).reshape(4, 10, 50).toString())
        .isEqualTo(
            "[[[0.000e+00 1.000e+00 2.000e+00 ... 4.700e+01 4.800e+01 4.900e+01]\n"
                + "  [5.000e+01 5.100e+01 5.200e+01 ... 9.700e+01 9.800e+01 9.900e+01]\n"
                + "  [1.000e+02 1.010e+02 1.020e+02 ... 1.470e+02 1.480e+02 1.490e+02]\n"
                + "  ...\n"
                + "  [3.500e+02 3.510e+02 3.520e+02 ... 3.970e+02 3.980e+02 3.990e+02]\n"
                + "  [4.000e+02 4.010e+02 4.020e+02 ... 4.470e+02 4.480e+02 4.490e+02]\n"
                + "  [4.500e+02 4.510e+02 4.520e+02 ... 4.970e+02 4.980e+02 4.990e+02]]\n"
                + "\n"
                + " [[5.000e+02 5.010e+02 5.020e+02 ... 5.470e+02 5.480e+02 5.490e+02]\n"
                + "  [5.500e+02 5.510e+02 5.520e+02 ... 5.970e+02 5.980e+02 5.990e+02]\n"
                + "  [6.000e+02 6.010e+02 6.020e+02 ... 6.470e+02 6.480e+02 6.490e+02]\n"
                + "  ...\n"
                + "  [8.500e+02 8.510e+02 8.520e+02 ... 8.970e+02 8.980e+02 8.990e+02]\n"
                + "  [9.000e+02 9.010e+02 9.020e+02 ... 9.470e+02 9.480e+02 9.490e+02]\n"
                + "  [9.500e+02 9.510e+02 9.520e+02 ... 9.970e+02 9.980e+02 9.990e+02]]\n"
                + "\n"
                + " [[1.000e+03 1.001e+03 1.002e+03 ... 1.047e+03 1.048e+03 1.049e+03]\n"
                + "  [1.050e+03 1.051e+03 1.052e+03 ... 1.097e+03 1.098e+03 1.099e+03]\n"
                + "  [1.100e+03 1.101e+03 1.102e+03 ... 1.147e+03 1.148e+03 1.149e+03]\n"
                + "  ...\n"
                + "  [1.350e+03 1.351e+03 1.352e+03 ... 1.397e+03 1.398e+03 1.399e+03]\n"
                + "  [1.400e+03 1.401e+03 1.402e+03 ... 1.447e+03 1.448e+03 1.449e+03]\n"
                + "  [1.450e+03 1.451e+03 1.452e+03 ... 1.497e+03 1.498e+03 1.499e+03]]\n"
                + "\n"
                + " [[1.500e+03 1.501e+03 1.502e+03 ... 1.547e+03 1.548e+03 1.549e+03]\n"
                + "  [1.550e+03 1.551e+03 1.552e+03 ... 1.597e+03 1.598e+03 1.599e+03]\n"
                + "  [1.600e+03 1.601e+03 1.602e+03 ... 1.647e+03 1.648e+03 1.649e+03]\n"
                + "  ...\n"
                + "  [1.850e+03 1.851e+03 1.852e+03 ... 1.897e+03 1.898e+03 1.899e+03]\n"
                + "  [1.900e+03 1.901e+03 1.902e+03 ... 1.947e+03 1.948e+03 1.949e+03]\n"
                + "  [1.950e+03 1.951e+03 1.952e+03 ... 1.997e+03 1.998e+03 1.999e+03]]]");
  }

  @Test
  void singlePrecision() {
    assertThat(Tensors.of(new float[] {0.1f, 1f / 3, -2e5f}, 3).toString())
        .isEqualTo("[ 1.0000000e-01  3.3333334e-01 -2.0000000e+05]");
  }

  @Test
  void largeSinglePrecision() {
    assertThat(Tensors.of(new float[] {1e6f, 1}, 2).toString()).isEqualTo("[1.e+06 1.e+00]");
  }

  @Test
  void manyDigits() {
    assertThat(Tensors.vector(123456.789012345678, 2000.5).toString())
        .isEqualTo("[123456.78901235   2000.5       ]");
  }

  @Test
  void numbers() {
    assertThat(Tensors.scalar(DType.DOUBLE, 1.5).toString()).isEqualTo("1.5");
  }

  @Test
  void wholeNumbers() {
    assertThat(Tensors.scalar(DType.FLOAT, 3).toString()).isEqualTo("3.0");
  }

  @Test
  void nothing() {
    assertThat(Tensors.zeros(DType.FLOAT, 0, 3).toString()).isEqualTo("[]");
  }
}
