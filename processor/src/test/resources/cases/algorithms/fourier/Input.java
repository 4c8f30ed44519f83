package cases.algorithms.fourier;

import io.github.cotangent.Differentiable;

// The discrete Fourier transform's power spectrum; an FFT in place over two arrays.
// run: f(new double[] {1.1, 0.2, 0.3, 0.9}, new double[4])
final class Input {
  @Differentiable
  static void f(double[] re, double[] im) {
    int n = re.length;
    for (int i = 1, j = 0; i < n; i++) {
      int bit = n >> 1;
      for (; (j & bit) != 0; bit >>= 1) {
        j ^= bit;
      }
      j ^= bit;
      if (i < j) {
        double t = re[i];
        re[i] = re[j];
        re[j] = t;
        t = im[i];
        im[i] = im[j];
        im[j] = t;
      }
    }
    for (int len = 2; len <= n; len <<= 1) {
      double angle = -2 * Math.PI / len;
      for (int i = 0; i < n; i += len) {
        for (int k = 0; k < len / 2; k++) {
          double c = Math.cos(angle * k);
          double s = Math.sin(angle * k);
          int p = i + k;
          int q = p + len / 2;
          double r = re[q] * c - im[q] * s;
          double m = re[q] * s + im[q] * c;
          re[q] = re[p] - r;
          im[q] = im[p] - m;
          re[p] += r;
          im[p] += m;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      re[i] = re[i] * re[i] + im[i] * im[i];
    }
  }

  private Input() {}
}
