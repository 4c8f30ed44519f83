package io.github.cotangent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples of docs/checking.md, which quotes them from here. */
class CheckingPageTest {

  private static final Path PAGE = Path.of("..", "docs", "checking.md");
  private static final Path SOURCE =
      Path.of("src", "test", "java", "io", "github", "cotangent", "CheckingPageTest.java");

  record Point(double[] w, double b) {}

  @Test
  void theGradientOfTheLossIsRight() {
    double[] data = {1.0, -2.0, 0.5};
    Point point = new Point(new double[] {0.25, 0.5, -1.0}, 0.1);
    GradientCheck.of("loss", point, p -> Loss.loss(p.w(), p.b(), data))
        .gradient(p -> dLoss.dLoss(p.w(), p.b(), data))
        .jvp((p, dot) -> dLoss.lossJvp(p.w(), p.b(), data, dot.w(), dot.b()).valueDot())
        .check();
  }

  @Test
  void thePullbackOfScaleIsRight() {
    record Scaling(double[] out, double k) {}

    GradientCheck.of(
            "scale",
            new Scaling(new double[] {1.0, 2.0}, 3.0),
            p -> {
              Loss.scale(p.out(), p.k());
              return p.out();
            })
        .pullback((p, dOut) -> dLoss.scalePullback(p.out(), p.k()).apply(dOut))
        .check();
  }

  @Test
  void theMessageIsTheOneOnThePage() throws IOException {
    double[] data = {1.0, -2.0, 0.5};
    Point point = new Point(new double[] {0.25, 0.5, -1.0}, 0.1);
    assertThatThrownBy(
            () ->
                GradientCheck.of("loss", point, p -> Loss.loss(p.w(), p.b(), data))
                    .gradient(
                        p -> {
                          dLoss.LossGradient d = dLoss.dLoss(p.w(), p.b(), data);
                          d.w()[1] *= 1.25;
                          return d;
                        })
                    .jvp((p, dot) -> dLoss.lossJvp(p.w(), p.b(), data, dot.w(), dot.b()).valueDot())
                    .check())
        .hasMessage(blocks("text").get(0).stripTrailing());
  }

  /** The function itself is not quoted: there is no compiler here that could differentiate it. */
  @Test
  void thePageQuotesThisFile() throws IOException {
    String source = Files.readString(SOURCE);
    assertThat(blocks("java"))
        .filteredOn(block -> !block.startsWith("@Differentiable"))
        .hasSize(2)
        .allSatisfy(block -> assertThat(source).contains(block.indent(2).replace("  \n", "\n")));
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(PAGE))
        .results()
        .map(MatchResult::group)
        .map(b -> b.substring(language.length() + 4, b.length() - 3))
        .toList();
  }

  /** A class with two methods to differentiate. */
  private static final class Loss {

    /** (w · data + b)². */
    static double loss(double[] w, double b, double[] data) {
      double sum = sum(w, b, data);
      return sum * sum;
    }

    static double sum(double[] w, double b, double[] data) {
      double sum = b;
      for (int i = 0; i < w.length; i++) {
        sum += w[i] * data[i];
      }
      return sum;
    }

    static void scale(double[] out, double k) {
      for (int i = 0; i < out.length; i++) {
        out[i] *= k;
      }
    }
  }

  /** Stands for what is generated: the processor does not run in this module. */
  private static final class dLoss {

    record LossGradient(double[] w, double b) {}

    record LossJvp(double value, double valueDot) {}

    record ScaleGradient(double[] out, double k) {}

    static LossGradient dLoss(double[] w, double b, double[] data) {
      double db = 2 * Loss.sum(w, b, data);
      double[] dw = new double[w.length];
      for (int i = 0; i < w.length; i++) {
        dw[i] = db * data[i];
      }
      return new LossGradient(dw, db);
    }

    static LossJvp lossJvp(double[] w, double b, double[] data, double[] wDot, double bDot) {
      double sum = Loss.sum(w, b, data);
      return new LossJvp(sum * sum, 2 * sum * Loss.sum(wDot, bDot, data));
    }

    static ScalePullback scalePullback(double[] out, double k) {
      return new ScalePullback(out, k);
    }

    record ScalePullback(double[] out, double k) {

      ScaleGradient apply(double[] dOut) {
        double[] d = new double[out.length];
        for (int i = 0; i < out.length; i++) {
          d[i] = dOut[i] * k;
        }
        return new ScaleGradient(d, Loss.sum(out, 0, dOut));
      }
    }
  }
}
