package io.github.cotangent.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelsTest {

  enum Squash {
    TANH,
    RELU
  }

  record Layer(Tensor weight, Tensor bias) {}

  record Network(Layer first, Tensor[] others, int heads, Squash squash, String note) {}

  record Plain(Tensor w, Tensor b) {}

  record Other(Tensor w, Tensor c) {}

  record Text(String text) {}

  record Gate(Layer layer, int heads) {}

  record Deep(Gate[] gates, Layer out) {}

  private static final Plain PLAIN =
      new Plain(Tensors.of(new double[] {1, -2, 0.5, 1e300, Double.MIN_VALUE, -0.0}, 2, 3), one());

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("model.npz");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSavedIsLoaded(DType dtype) throws IOException {
    Network saved = network(dtype, 1, 4, Squash.TANH, "größer ∑");
    Models.save(file, saved);
    Network loaded = Models.load(file, network(dtype, 2, 4, Squash.TANH, "größer ∑"));
    List<Tensor> expected = Parameters.of(saved).tensors(saved);
    List<Tensor> found = Parameters.of(loaded).tensors(loaded);
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertSame(found.get(i), expected.get(i));
    }
    assertThat(loaded.note()).isEqualTo("größer ∑");
  }

  @Test
  void textsCanBeAskedForBeforehand() throws IOException {
    Models.save(file, network(DType.FLOAT, 1, 4, Squash.TANH, "größer ∑"));
    assertThat(Models.text(file, "heads")).isEqualTo("4");
    assertThat(Models.text(file, "squash")).isEqualTo("TANH");
    assertThat(Models.text(file, "note")).isEqualTo("größer ∑");
    assertThatThrownBy(() -> Models.text(file, "tails"))
        .isInstanceOf(ModelFileException.class)
        .hasMessage("'" + file + "' does not fit the model: it holds no tails.");
  }

  private static Deep deep(int seed, int depth) {
    Gate[] gates = new Gate[depth];
    for (int i = 0; i < depth; i++) {
      gates[i] = new Gate(layer(seed + i), i);
    }
    return new Deep(gates, layer(seed + depth));
  }

  private static Layer layer(int seed) {
    return new Layer(Tensors.normal(DType.FLOAT, seed, 3, 2), Tensors.normal(DType.FLOAT, seed, 2));
  }

  @Test
  void anArrayOfRecordsIsSavedByItsElements() throws IOException {
    Deep saved = deep(1, 2);
    Models.save(file, saved);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(
              "gates.0.layer.weight.npy",
              "gates.0.layer.bias.npy",
              "gates.0.heads.npy",
              "gates.1.layer.weight.npy",
              "gates.1.layer.bias.npy",
              "gates.1.heads.npy",
              "out.weight.npy",
              "out.bias.npy");
    }
    Deep loaded = Models.load(file, deep(5, 2));
    assertSame(loaded.gates()[1].layer().weight(), saved.gates()[1].layer().weight());
    assertSame(loaded.out().bias(), saved.out().bias());
    assertThat(loaded.gates()[1].heads()).isEqualTo(1);
    assertThatThrownBy(() -> Models.load(file, deep(1, 3)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("gates.2.");
    assertThatThrownBy(() -> Models.load(file, deep(1, 1)))
        .isInstanceOf(ModelFileException.class)
        .hasMessageContaining("gates.1.");
  }

  @Test
  void manyElements() throws IOException {
    Plain saved = new Plain(Tensors.normal(DType.FLOAT, 3, 100, 301), one());
    Models.save(file, saved);
    Plain like = new Plain(Tensors.zeros(DType.FLOAT, 100, 301), one());
    assertSame(Models.load(file, like).w(), saved.w());
  }

  @Test
  void theSameModelMakesTheSameBytes() throws IOException {
    Models.save(file, PLAIN);
    byte[] first = Files.readAllBytes(file);
    Models.save(file, PLAIN);
    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }

  /** The published form, byte by byte. */
  @Test
  void anArrayHasTheFormOfNumPy() throws IOException {
    Models.save(file, new Plain(Tensors.of(new float[] {1f, 2f}, 2), one()));
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0});
    expected.write((header + " ".repeat(117 - header.length()) + "\n").getBytes());
    expected.write(new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, 0x40});
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("w.npy", "b.npy");
      assertThat(zip.getInputStream(zip.getEntry("w.npy")).readAllBytes())
          .isEqualTo(expected.toByteArray());
    }
  }

  @Test
  void numPyReadsAModelAndWritesOne() throws Exception {
    assumeTrue(python("import numpy").isEmpty(), "no NumPy here");
    Network saved = network(DType.FLOAT, 1, 4, Squash.RELU, "größer");
    Models.save(file, saved);
    Path copy = folder.resolve("copy.npz");
    String program =
        """
        import numpy, sys
        m = numpy.load(sys.argv[1], allow_pickle=False)
        assert m['first.weight'].shape == (3, 2) and m['first.weight'].dtype == 'float32'
        assert m['others.1'].shape == (0, 2) and m['others.2'].shape == ()
        assert str(m['heads']) == '4' and str(m['squash']) == 'RELU'
        numpy.savez(sys.argv[2], **m)
        numpy.savez_compressed(sys.argv[1], **m)
        """;
    assertThat(python(program, file.toString(), copy.toString())).isEmpty();
    Network like = network(DType.FLOAT, 2, 4, Squash.RELU, "größer");
    for (Path written : List.of(copy, file)) {
      Network loaded = Models.load(written, like);
      assertSame(loaded.first().weight(), saved.first().weight());
      assertSame(loaded.others()[1], saved.others()[1]);
    }
  }

  @Test
  void whatIsMissingIsSaid() {
    assertRefused(PLAIN, "There is no file '" + file + "' to load a model from.");
  }

  @Test
  void whatIsNoFileIsSaid() throws IOException {
    Files.createDirectory(file);
    assertRefused(
        PLAIN, "'" + file + "' cannot be read: check that it is a file and that you may read it.");
  }

  @Test
  void whatIsNoZipFileIsSaid() throws IOException {
    for (String content : new String[] {"", "PK", "This is a text, and no model at all."}) {
      Files.writeString(file, content);
      assertRefused(
          PLAIN,
          "'" + file + "' is damaged, or is no model: a zip file was expected, as .npz files are.");
    }
  }

  @Test
  void anotherModelIsNotTakenForThisOne() throws IOException {
    Models.save(file, PLAIN);
    String unfit = "'" + file + "' does not fit the model: ";
    assertRefused(
        new Other(PLAIN.w(), one()),
        unfit + "it holds b.npy, w.npy, but the model has c.npy, w.npy.");
    assertRefused(
        new Plain(Tensors.zeros(DType.DOUBLE, 3, 2), one()),
        unfit + "w has the shape (2, 3), not (3, 2).");
    assertRefused(
        new Plain(Tensors.zeros(DType.FLOAT, 2, 3), one()),
        unfit + "w has elements of type <f8, not <f4.");
  }

  @Test
  void aModelWithOtherSettingsIsNotTakenForThisOne() throws IOException {
    Models.save(file, network(DType.FLOAT, 1, 4, Squash.RELU, "a"));
    String unfit = "'" + file + "' does not fit the model: ";
    assertRefused(network(DType.FLOAT, 1, 2, Squash.RELU, "a"), unfit + "heads is '4', not '2'.");
    assertRefused(
        network(DType.FLOAT, 1, 4, Squash.TANH, "a"), unfit + "squash is 'RELU', not 'TANH'.");
    assertRefused(network(DType.FLOAT, 1, 4, Squash.RELU, ""), unfit + "note is 'a', not ''.");
  }

  @Test
  void arraysThatAreNoneAreSaid() throws IOException {
    byte[] good = array("<f8", "False", "(2, 3)", 48);
    assertThat(loadedFrom(good)).isNull();
    assertThat(loadedFrom(Arrays.copyOf(good, good.length - 1))).endsWith("w is cut short.");
    assertThat(loadedFrom(Arrays.copyOf(good, 40))).endsWith("w is cut short.");
    assertThat(loadedFrom(Arrays.copyOf(good, good.length + 1)))
        .endsWith("is damaged: w goes on behind its elements.");
    assertThat(loadedFrom("something else".getBytes()))
        .endsWith("w does not begin as an array of NumPy does.");
    assertThat(loadedFrom(array("<f8", "True", "(2, 3)", 48)))
        .endsWith("w is stored column by column; save numpy.ascontiguousarray of it.");
    assertThat(loadedFrom(array(">f8", "False", "(2, 3)", 48)))
        .endsWith("w has elements of type >f8, not <f8.");
    assertThat(loadedFrom(array("<f8", "Perhaps", "(2, 3)", 48)))
        .endsWith("w has a header that is not that of a tensor.");
    good[6] = 2; // a version whose headers have lengths of four bytes
    assertThat(loadedFrom(good)).endsWith("w has a header that is too long.");
  }

  @Test
  void textsThatAreNoneAreSaid() throws IOException {
    Map<String, byte[]> broken =
        Map.of(
            "text has elements of type <f8, and is to be a text.", array("<f8", "False", "()", 8),
            "text has elements of type <U9999999, and is to be a text.",
                array("<U9999999", "False", "()", 8),
            "text has the shape (1,), not ().", array("<U1", "False", "(1,)", 4),
            "text has a character that there is not.", textOf(0x110000));
    for (Map.Entry<String, byte[]> text : broken.entrySet()) {
      zip(Map.of("text.npy", text.getValue()));
      assertRefused(new Text("a"), "'" + file + "' does not fit the model: " + text.getKey());
    }
  }

  /** Whatever byte is damaged: the file is refused, or what is loaded is what was saved. */
  @Test
  void noDamageGoesUnnoticed() throws IOException {
    Models.save(file, PLAIN);
    byte[] good = Files.readAllBytes(file);
    for (int i = 0; i < good.length; i++) {
      byte[] damaged = good.clone();
      damaged[i] ^= 0x55;
      assertSameOrRefused(damaged);
      assertSameOrRefused(Arrays.copyOf(good, i));
    }
  }

  @Test
  void aFailureLeavesTheOldFile() throws IOException {
    Models.save(file, PLAIN);
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("the disk is full");
                    }))
        .hasMessage("the disk is full");
    assertThatThrownBy(() -> Models.save(file, new Plain(one(), null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("save: b is null");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(files()).containsExactly(file);
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    Path nowhere = folder.resolve("nowhere").resolve("model.npz");
    assertThatThrownBy(() -> Models.save(nowhere, PLAIN))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(
            "'"
                + nowhere
                + "' cannot be written: check that its folder is there and can be written to.");
    Files.createDirectory(file);
    assertThatThrownBy(() -> Models.save(file, PLAIN)).isInstanceOf(ModelFileException.class);
    assertThat(files()).containsExactly(file);
  }

  private static Network network(DType dtype, long seed, int heads, Squash squash, String note) {
    return new Network(
        new Layer(Tensors.normal(dtype, seed, 3, 2), Tensors.normal(dtype, seed + 1, 2)),
        new Tensor[] {
          Tensors.normal(dtype, seed + 2, 2, 1, 2),
          Tensors.zeros(dtype, 0, 2),
          Tensors.scalar(dtype, seed)
        },
        heads,
        squash,
        note);
  }

  private static Tensor one() {
    return Tensors.vector(1);
  }

  private static void assertSame(Tensor found, Tensor expected) {
    assertThat(found.dtype()).isEqualTo(expected.dtype());
    assertThat(found.shape()).isEqualTo(expected.shape());
    assertThat(found.toDoubles()).containsExactly(expected.toDoubles());
  }

  private void assertRefused(Record like, String sentence) {
    assertThatThrownBy(() -> Models.load(file, like))
        .isInstanceOf(ModelFileException.class)
        .hasMessage(sentence);
  }

  private void assertSameOrRefused(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    Plain loaded;
    try {
      loaded = Models.load(file, PLAIN);
    } catch (ModelFileException e) {
      assertThat(e).hasMessageContaining(file.toString()).hasMessageEndingWith(".");
      return;
    }
    assertSame(loaded.w(), PLAIN.w());
    assertSame(loaded.b(), PLAIN.b());
  }

  /** What is said of a model whose {@code w} has these bytes; null if it is loaded. */
  private String loadedFrom(byte[] w) throws IOException {
    zip(Map.of("w.npy", w, "b.npy", array("<f8", "False", "(1,)", 8)));
    try {
      Models.load(file, PLAIN);
      return null;
    } catch (ModelFileException e) {
      return e.getMessage();
    }
  }

  private void zip(Map<String, byte[]> entries) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
  }

  private static byte[] array(String type, String order, String shape, int length) {
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n".formatted(type, order, shape);
    byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0};
    byte[] all = Arrays.copyOf(start, start.length + header.length() + length);
    System.arraycopy(
        header.getBytes(StandardCharsets.US_ASCII), 0, all, start.length, header.length());
    return all;
  }

  private static byte[] textOf(int character) {
    byte[] array = array("<U1", "False", "()", 4);
    for (int i = 0; i < 4; i++) {
      array[array.length - 4 + i] = (byte) (character >> 8 * i);
    }
    return array;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** What Python says of a program; nothing if that is well. */
  private static String python(String program, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("python3", "-c", program));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? "" : "failed: " + said;
    } catch (IOException e) {
      return "no Python: " + e.getMessage();
    }
  }
}
