package io.github.cotangent.examples.mnist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mirrors here are servers on this machine; nothing is fetched from elsewhere. */
class MnistDownloadTest {

  @TempDir Path published;
  @TempDir Path folder;

  private final Map<String, String> hashes = new HashMap<>();
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private HttpServer server;

  @BeforeEach
  void publish() throws Exception {
    MnistFolderTest.write(published, 20, 10);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    for (String name : MnistFolder.FILES) {
      IdxFiles.pack(published.resolve(name));
      byte[] packed = Files.readAllBytes(published.resolve(name));
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(packed);
      hashes.put(name, HexFormat.of().formatHex(hash));
      serve("/good/" + name + ".gz", packed, packed.length);
      serve("/foreign/" + name + ".gz", "<html>Please log in".getBytes(StandardCharsets.UTF_8), 19);
      serve("/broken/" + name + ".gz", Arrays.copyOf(packed, 30), packed.length);
    }
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void fetchesWhatIsMissing() throws IOException {
    Path there = folder.resolve(MnistFolder.TRAIN_LABELS);
    IdxFiles.writeLabels(DrawnDigits.draw(20, 1), there);
    assertThat(from("good").into(folder)).isTrue();
    MnistFolder files = new MnistFolder(folder);
    assertThat(IdxFiles.pixels(files.train())).isEqualTo(IdxFiles.pixels(DrawnDigits.draw(20, 1)));
    assertThat(files.test().labels()).isEqualTo(DrawnDigits.draw(10, 2).labels());
    assertThat(names())
        .containsExactly(
            "t10k-images-idx3-ubyte.gz",
            "t10k-labels-idx1-ubyte.gz",
            "train-images-idx3-ubyte.gz",
            "train-labels-idx1-ubyte");
    assertThat(said())
        .contains("Downloading " + mirror("good") + "train-images-idx3-ubyte.gz")
        .contains("Its SHA-256 is right: kept as " + folder)
        .doesNotContain("train-labels");
  }

  @Test
  void createsTheFolder() {
    Path inner = folder.resolve("a").resolve("b");
    assertThat(from("good").into(inner)).isTrue();
    assertThat(new MnistFolder(inner).test().count()).isEqualTo(10);
  }

  @Test
  void takesTheNextMirror() throws IOException {
    assertThat(from("none", "broken", "foreign", "good").into(folder)).isTrue();
    assertThat(names()).hasSize(4).allMatch(name -> name.endsWith("ubyte.gz"));
    assertThat(said()).contains("That did not work", "404", ": not kept.");
  }

  @Test
  void keepsNothingForeign() throws IOException {
    assertThatThrownBy(() -> from("foreign", "none").into(folder))
        .isInstanceOf(BadDataException.class)
        .hasMessage(
            "What %strain-images-idx3-ubyte.gz sends is not the published file, by its SHA-256: try"
                    .formatted(mirror("foreign"))
                + " again in another network, or put the four files of MNIST into '"
                + folder
                + "' yourself.");
    assertThat(names()).isEmpty();
  }

  @Test
  void keepsNothingBroken() throws IOException {
    assertThat(from("broken").into(folder)).isFalse();
    assertThat(names()).isEmpty();
  }

  @Test
  void saysWhenNobodyListens() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + port + "/");
    assertThat(new MnistDownload(List.of(nobody), hashes, out()).into(folder)).isFalse();
    assertThat(names()).isEmpty();
    assertThat(said()).contains("Downloading " + nobody, "That did not work");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> from("good").into(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageStartingWith("The folder '" + file + "' for the downloaded digits cannot be");
  }

  private void serve(String path, byte[] body, long promised) {
    server.createContext(
        path,
        exchange -> {
          exchange.sendResponseHeaders(200, promised);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  private MnistDownload from(String... mirrors) {
    return new MnistDownload(Stream.of(mirrors).map(this::mirror).toList(), hashes, out());
  }

  private URI mirror(String name) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name + "/");
  }

  private PrintStream out() {
    return new PrintStream(said, true, StandardCharsets.UTF_8);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
