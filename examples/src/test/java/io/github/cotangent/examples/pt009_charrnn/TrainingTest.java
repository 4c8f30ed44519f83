package io.github.cotangent.examples.pt009_charrnn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That networks learn. */
class TrainingTest {

  private static final String VERSE = "round and round the rugged rock the ragged rascal ran. ";
  private static final Settings SETTINGS = new Settings(4, 25, 12, 0.01, Settings.Method.ADAM, 5);

  private static Training trained(Model model, Text text, Settings settings) {
    Training training = new Training(model, text, settings);
    while (training.steps() < training.stepsInAll()) {
      training.step();
    }
    return training;
  }

  @ParameterizedTest
  @EnumSource
  void aVerseIsLearntByHeart(Cell kind) {
    String verses = VERSE.repeat(60);
    Text text = Text.of(verses, Alphabet.of(verses));
    Model model = Model.untrained(text.alphabet(), new Model.Form(kind, 32, 1), Settings.TYPE, 1);
    double before = Training.loss(model, text.validation(), SETTINGS);
    Training training = trained(model, text.training(), SETTINGS);
    double after = Training.loss(training.model(), text.validation(), SETTINGS);
    assertThat(before).isGreaterThan(2.5);
    assertThat(after).isLessThan(0.4);
    assertThat(after).isLessThan(new Pairs(text.training()).loss(text.validation()));
    String written = new Writer(training.model(), 0, 1).continued(VERSE + "round and r", 18);
    assertThat(written).isEqualTo("ound the rugged ro");
  }

  @Test
  void textsAreCutIntoPartsThatAreReadSideBySide() {
    Text text = Text.of("abcdefghijk", Alphabet.of("abcdefghijk"));
    Network.Stretch stretch = text.stretch(2, 2, 1, Settings.TYPE);
    assertThat(stretch.characters()).isDeepEqualTo(new int[][] {{2, 7}, {3, 8}});
    assertThat(stretch.followers().argmax(1)).containsExactly(3, 8, 4, 9);
    assertThat(text.training().length()).isEqualTo(9);
    assertThat(text.validation().codes()).containsExactly(9, 10);
  }

  @Test
  void alphabetsCountCharactersAsUnicodeDoes() {
    Alphabet alphabet = Alphabet.of("a😀b😀");
    assertThat(alphabet.size()).isEqualTo(3);
    assertThat(alphabet.text(alphabet.codes("😀ab", "text"))).isEqualTo("😀ab");
  }

  @Test
  void theCounterOfPairsCounts() {
    Alphabet alphabet = Alphabet.of("ab");
    Pairs pairs = new Pairs(Text.of("abab", alphabet));
    assertThat(pairs.count(0, 1)).isEqualTo(2);
    assertThat(pairs.chance(0, 1)).isEqualTo(3.0 / 4);
    assertThat(pairs.chance(1, 1)).isEqualTo(1.0 / 3);
  }

  /** The pages of this course, from both places. */
  @Test
  void thereIsATextWithoutAFile() {
    assertThat(TextSource.copiedPages()).contains("adjoint").isEqualTo(TextSource.pages());
  }

  @Test
  void adjointsVanishAndExplode() {
    Reach reach = new Reach();
    assertThat(reach.weak().back(59)).isLessThan(1e-10);
    assertThat(reach.strong().back(59)).isGreaterThan(1e4);
    assertThat(reach.clipped().back(59)).isBetween(0.1, 0.3 * Math.sqrt(32));
    assertThat(reach.gated().back(59)).isBetween(0.05, 1.0);
  }
}
