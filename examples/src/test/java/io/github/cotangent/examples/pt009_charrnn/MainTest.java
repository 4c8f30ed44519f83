package io.github.cotangent.examples.pt009_charrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.cotangent.examples.chapter.BadUsageException;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The chapter as it is run. */
class MainTest {

  private static final String VERSE = "round and round the rugged rock the ragged rascal ran. ";

  @TempDir private Path folder;
  private Path text;
  private Path saved;

  @BeforeEach
  void writeText() throws IOException {
    text = folder.resolve("text.txt");
    saved = folder.resolve("saved.npz");
    Files.writeString(text, VERSE.repeat(40));
  }

  /** What the chapter prints. */
  private static String run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    Main main = new Main();
    new CommandLine(main).parseArgs(words);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      main.call();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("[0-9.]+ s:", "");
  }

  private String small(Object... more) {
    Object[] args = new Object[more.length + 10];
    Object[] first = {
      "--text", text, "--hidden", 12, "--batch", 2, "--seq", 20, "--temperature", 0.5
    };
    System.arraycopy(first, 0, args, 0, 10);
    System.arraycopy(more, 0, args, 10, more.length);
    return run(args);
  }

  private static void assertRefused(Runnable running, String sentence) {
    assertThatThrownBy(running::run).isInstanceOf(BadUsageException.class).hasMessage(sentence);
  }

  @Test
  void theSameSeedPrintsTheSame() {
    String first = small("--epochs", 2, "--sample", 30);
    assertThat(small("--epochs", 2, "--sample", 30)).isEqualTo(first);
    assertThat(small("--epochs", 2, "--sample", 30, "--seed", 2)).isNotEqualTo(first);
  }

  @Test
  void aTrainingThatWasSavedGoesOnAsIfItHadNotStopped() {
    for (String optimiser : new String[] {"ADAM", "ADAGRAD"}) {
      String whole = small("--epochs", 3, "--optimiser", optimiser);
      small("--epochs", 1, "--optimiser", optimiser, "--save", saved);
      String rest = run("--text", text, "--load", saved, "--epochs", 3, "--temperature", 0.5);
      String third = whole.substring(whole.indexOf("3.00 readings"));
      assertThat(rest.substring(rest.indexOf("3.00 readings"))).isEqualTo(third);
    }
  }

  @Test
  void aNetworkThatWasSavedWrites() {
    small("--epochs", 1, "--save", saved, "--layers", 2, "--cell", "RNN");
    assertThat(run("--load", saved, "--sample", 20, "--prime", "rock ")).contains("rock ");
    assertThat(run("--load", saved, "--sample", 0)).isEmpty();
  }

  @Test
  void textsThatCannotBeReadAreRefused() throws IOException {
    Path missing = folder.resolve("missing.txt");
    assertRefused(
        () -> run("--text", missing),
        "'" + missing + "' cannot be read: check that it is a file and that you may read it.");
    Files.writeString(text, "");
    assertRefused(
        () -> run("--text", text), "'" + text + "' is empty: there is nothing to learn from it.");
    Files.write(text, new byte[] {'a', (byte) 0xFF});
    assertRefused(
        () -> run("--text", text),
        "'" + text + "' is not a text in UTF-8: convert it, or name another.");
    Files.writeString(text, "too short");
    assertThatThrownBy(() -> run("--text", text)).hasMessageStartingWith("The text is too short:");
  }

  @Test
  void unknownCharactersAreRefused() throws IOException {
    assertRefused(
        () -> small("--epochs", 1, "--prime", "Ω"),
        "The priming text has the character 'Ω', which the network has never seen.");
    assertRefused(
        () -> small("--epochs", 1, "--prime", "\t"),
        "The priming text has the character U+0009, which the network has never seen.");
  }

  @Test
  void anotherTextIsRefused() throws IOException {
    small("--epochs", 1, "--save", saved);
    for (String other : List.of(VERSE.repeat(40) + "\t", VERSE.repeat(41))) {
      Files.writeString(text, other);
      assertRefused(
          () -> run("--text", text, "--load", saved, "--epochs", 2),
          "The training in '" + saved + "' was on another text: name that by --text.");
    }
  }

  @Test
  void filesThatHoldNoCheckpointAreRefused() throws IOException {
    Files.writeString(saved, "nothing of the kind");
    assertThatThrownBy(() -> run("--load", saved))
        .isInstanceOf(BadUsageException.class)
        .hasMessageStartingWith("'" + saved + "' is damaged, or is no model");
    small("--epochs", 1, "--save", saved);
    assertRefused(
        () -> small("--load", saved, "--layers", 3),
        "--layers is 3, but the training in '" + saved + "' has 1.");
    byte[] bytes = Files.readAllBytes(saved);
    bytes[bytes.length / 2] ^= 1;
    Files.write(saved, bytes);
    assertThatThrownBy(() -> run("--load", saved)).isInstanceOf(BadUsageException.class);
  }

  @Test
  void aFileThatCannotBeWrittenIsRefusedAtOnce() {
    Path nowhere = folder.resolve("nowhere").resolve("saved.npz");
    assertThatThrownBy(() -> small("--save", nowhere))
        .isInstanceOf(BadUsageException.class)
        .hasMessageStartingWith("'" + nowhere + "' cannot be written");
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    assertRefused(() -> small("--rate", 0), "--rate is 0.0, and must be positive.");
    assertRefused(() -> small("--clip", -1), "--clip is -1.0, and must be positive.");
    assertRefused(() -> small("--epochs", -1), "--epochs is -1, and cannot be negative.");
    assertRefused(() -> small("--sample", -1), "--sample is -1, and cannot be negative.");
    assertRefused(() -> small("--layers", 0), "--layers is 0, and must be at least 1.");
    assertRefused(
        () -> run("--temperature", "-1"),
        "--temperature is -1.0, and must be 0, or from 0.01 to 100.");
  }

  /** What Ctrl-C does. */
  @Test
  void stoppingSaves() throws IOException, InterruptedException {
    assumeTrue(ProcessHandle.current().supportsNormalTermination());
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Main.class.getName(),
                "--text",
                text.toString(),
                "--hidden",
                "8",
                "--batch",
                "1",
                "--epochs",
                "1000000",
                "--save",
                saved.toString())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (!out.readLine().startsWith("After")) {
        // Until it is under way.
      }
      Files.delete(saved);
      process.toHandle().destroy(); // Leaves the output open.
      while (out.readLine() != null) {
        // Until it ends.
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(Checkpoint.load(saved).progress().toDoubles()[0]).isGreaterThan(0);
  }
}
