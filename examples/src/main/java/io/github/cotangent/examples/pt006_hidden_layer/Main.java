package io.github.cotangent.examples.pt006_hidden_layer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import io.github.cotangent.examples.chapter.*;
import io.github.cotangent.examples.mnist.*;
import io.github.cotangent.examples.pt005_logistic_regression.*;
import picocli.CommandLine.*;
/** x. */
@Command(name = "pt006_hidden_layer", description = "x")
public final class Main implements Callable<Integer> {
  @Mixin private DigitOptions digits = new DigitOptions();
  @Mixin private TrainingOptions training = new TrainingOptions(30, 32, 0.1);
  @Mixin private PlotFolder plots = new PlotFolder();
  @Option(names = "--hidden") private int hidden = 16;
  /** x. */
  public static void main(String[] args) { Chapter.run(new Main(), args); }
  @Override public Integer call() {
    DigitSource.Sets sets = digits.load();
    Pictures all = Pictures.of(sets.train(), d -> d % 2 == 1);
    Pictures test = Pictures.of(sets.test(), d -> d % 2 == 1);
    int n = all.count() * 4 / 5;
      long t = System.nanoTime();
      Training tr = new Training(all.slice(0, n), all.slice(n, all.count()), training.epochs(), training.batch(), training.rate(), digits.seed());
      Network task = new Network();
      Training.Course<Network.Model> c = tr.run("training", task, Network.random(hidden, digits.seed()));
      for (int e : new int[] {0, 1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1000}) if (e <= c.last()) System.out.println( " " + e + " " + c.train().get(e) + "   " + c.validation().get(e));
      System.out.println("best " + c.best() + " " + c.validation().get(c.best()) + " test " + Training.score(task, c.models().get(c.best()), test) + " last " + Training.score(task, c.models().get(c.last()), test) + " " + (System.nanoTime() - t) / 1e9);
      java.util.List<float[]> w = new java.util.ArrayList<>();
      for (int i = 0; i < hidden; i++) w.add(c.models().get(c.best()).toHidden().transpose().index(0, i).toFloats());
      DigitPictures.saveSigned(w, 16, plots.path(), "w.png");
    return 0;
  }
}
