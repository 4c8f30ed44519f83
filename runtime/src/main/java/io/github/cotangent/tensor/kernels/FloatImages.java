package io.github.cotangent.tensor.kernels;

/** {@link ImageKernels} of {@code float[]}. */
final class FloatImages implements ImageKernels<float[]> {

  @Override
  public void unroll(Window w, float[] columns, float[] image, int from) {
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
  public void addRolled(Window w, float[] image, int from, float[] columns) {
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
  public void maxPool(Window w, float[] out, int o, float[] image, int from) {
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
  private static int ties(Window w, float[] image, int corner, double max) {
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
      Window w, float[] dImage, int from, float[] g, float[] out, int o, float[] image) {
    for (int place = 0; place < w.channels() * w.places(); place++) {
      int corner = corner(w, from, place);
      double max = out[o + place];
      double share = Double.isNaN(max) ? max : g[o + place] / ties(w, image, corner, max);
      for (int y = 0; y < w.windowHeight(); y++) {
        for (int x = 0; x < w.windowWidth(); x++) {
          int i = corner + y * w.width() + x;
          if (image[i] == max || Double.isNaN(max)) {
            dImage[i] += Rounding.toFloat(share);
          }
        }
      }
    }
  }

  @Override
  public void maxPoolTangent(
      Window w, float[] outDot, int o, float[] imageDot, float[] image, int from, float[] out) {
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
      outDot[o + place] = Rounding.toFloat(mean);
    }
  }

  @Override
  public void averagePool(Window w, float[] out, int o, float[] image, int from) {
    for (int place = 0; place < w.channels() * w.places(); place++) {
      int corner = corner(w, from, place);
      double sum = 0;
      for (int y = 0; y < w.windowHeight(); y++) {
        for (int x = 0; x < w.windowWidth(); x++) {
          sum += image[corner + y * w.width() + x];
        }
      }
      out[o + place] = Rounding.toFloat(sum / (w.windowHeight() * w.windowWidth()));
    }
  }

  @Override
  public void addAveragePoolDerived(Window w, float[] dImage, int from, float[] g, int o) {
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
