package io.github.cotangent.tensor.kernels;

/** {@link ImageKernels} of {@code double[]}. */
final class DoubleImages implements ImageKernels<double[]> {

  @Override
  public void unroll(Window w, double[] columns, double[] image, int from) {
    for (int e = 0; e < w.elements(); e++) {
      int left = e % w.windowWidth();
      int top = e / w.windowWidth() % w.windowHeight();
      int channel = e / (w.windowWidth() * w.windowHeight());
      int o = e * w.places();
      for (int r = 0; r < w.rows(); r++) {
        int y = r * w.stride() - w.padding() + top;
        for (int c = 0; c < w.columns(); c++, o++) {
          int x = c * w.stride() - w.padding() + left;
          boolean inside = y >= 0 && y < w.height() && x >= 0 && x < w.width();
          columns[o] = inside ? image[from + (channel * w.height() + y) * w.width() + x] : 0;
        }
      }
    }
  }

  @Override
  public void addRolled(Window w, double[] image, int from, double[] columns) {
    for (int e = 0; e < w.elements(); e++) {
      int left = e % w.windowWidth();
      int top = e / w.windowWidth() % w.windowHeight();
      int channel = e / (w.windowWidth() * w.windowHeight());
      int o = e * w.places();
      for (int r = 0; r < w.rows(); r++) {
        int y = r * w.stride() - w.padding() + top;
        for (int c = 0; c < w.columns(); c++, o++) {
          int x = c * w.stride() - w.padding() + left;
          if (y >= 0 && y < w.height() && x >= 0 && x < w.width()) {
            image[from + (channel * w.height() + y) * w.width() + x] += columns[o];
          }
        }
      }
    }
  }

  /** The index of the window's first element, at the place of the output's element. */
  private static int corner(Window w, int from, int place) {
    int column = place % w.columns();
    int row = place / w.columns() % w.rows();
    int channel = place / w.places();
    return from + (channel * w.height() + row * w.stride()) * w.width() + column * w.stride();
  }

  @Override
  public void maxPool(Window w, double[] out, int o, double[] image, int from) {
    for (int place = 0; place < w.channels() * w.places(); place++) {
      int corner = corner(w, from, place);
      var max = image[corner];
      for (int y = 0; y < w.windowHeight(); y++) {
        for (int x = 0; x < w.windowWidth(); x++) {
          max = Math.max(max, image[corner + y * w.width() + x]);
        }
      }
      out[o + place] = max;
    }
  }

  /** How many elements under the window are the largest. */
  private static int ties(Window w, double[] image, int corner, double max) {
    int ties = 0;
    for (int y = 0; y < w.windowHeight(); y++) {
      for (int x = 0; x < w.windowWidth(); x++) {
        ties += image[corner + y * w.width() + x] == max ? 1 : 0;
      }
    }
    return ties;
  }

  @Override
  public void addMaxPoolDerived(
      Window w, double[] dImage, int from, double[] g, double[] out, int o, double[] image) {
    for (int place = 0; place < w.channels() * w.places(); place++) {
      int corner = corner(w, from, place);
      double max = out[o + place];
      double share = Double.isNaN(max) ? max : g[o + place] / ties(w, image, corner, max);
      for (int y = 0; y < w.windowHeight(); y++) {
        for (int x = 0; x < w.windowWidth(); x++) {
          int i = corner + y * w.width() + x;
          if (image[i] == max || Double.isNaN(max)) {
            dImage[i] += Rounding.toDouble(share);
          }
        }
      }
    }
  }

  @Override
  public void maxPoolTangent(
      Window w, double[] outDot, int o, double[] imageDot, double[] image, int from, double[] out) {
    for (int place = 0; place < w.channels() * w.places(); place++) {
      int corner = corner(w, from, place);
      double max = out[o + place];
      double sum = 0;
      for (int y = 0; y < w.windowHeight(); y++) {
        for (int x = 0; x < w.windowWidth(); x++) {
          int i = corner + y * w.width() + x;
          sum += image[i] == max ? imageDot[i] : 0;
        }
      }
      double mean = Double.isNaN(max) ? max : sum / ties(w, image, corner, max);
      outDot[o + place] = Rounding.toDouble(mean);
    }
  }

  @Override
  public void averagePool(Window w, double[] out, int o, double[] image, int from) {
    for (int place = 0; place < w.channels() * w.places(); place++) {
      int corner = corner(w, from, place);
      double sum = 0;
      for (int y = 0; y < w.windowHeight(); y++) {
        for (int x = 0; x < w.windowWidth(); x++) {
          sum += image[corner + y * w.width() + x];
        }
      }
      out[o + place] = Rounding.toDouble(sum / (w.windowHeight() * w.windowWidth()));
    }
  }

  @Override
  public void addAveragePoolDerived(Window w, double[] dImage, int from, double[] g, int o) {
    for (int place = 0; place < w.channels() * w.places(); place++) {
      int corner = corner(w, from, place);
      var share = g[o + place] / (w.windowHeight() * w.windowWidth());
      for (int y = 0; y < w.windowHeight(); y++) {
        for (int x = 0; x < w.windowWidth(); x++) {
          dImage[corner + y * w.width() + x] += share;
        }
      }
    }
  }
}
