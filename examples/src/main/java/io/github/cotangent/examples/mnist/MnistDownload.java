package io.github.cotangent.examples.mnist;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Fetches the files of MNIST that a folder lacks.
 *
 * <p>A file is written beside its place, compared with the SHA-256 of the published file, and only
 * then given its name: whatever goes wrong, no half or foreign file is taken for MNIST later.
 */
final class MnistDownload {

  /** Asked in this order. */
  private static final List<URI> MIRRORS =
      List.of(
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"));

  /** Of the packed files, as first published. */
  private static final Map<String, String> HASHES =
      Map.of(
          MnistFolder.TRAIN_IMAGES,
          "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
          MnistFolder.TRAIN_LABELS,
          "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
          MnistFolder.TEST_IMAGES,
          "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
          MnistFolder.TEST_LABELS,
          "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6");

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int FOUND = 200;

  private final List<URI> mirrors;
  private final Map<String, String> hashes;
  private final PrintStream out;

  /** From the mirrors that are known to have the files; says on {@code out} what it does. */
  MnistDownload(PrintStream out) {
    this(MIRRORS, HASHES, out);
  }

  /** From other mirrors, whose packed files have these hashes. */
  MnistDownload(List<URI> mirrors, Map<String, String> hashes, PrintStream out) {
    this.mirrors = mirrors;
    this.hashes = hashes;
    this.out = out;
  }

  /**
   * Fetches what {@code folder} lacks; creates the folder if need be.
   *
   * @return whether the folder has all files now; not so when no mirror can be reached
   * @throws BadDataException if the folder cannot be written to, or what mirrors sent was not MNIST
   */
  boolean into(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unwritable(folder);
    }
    MnistFolder present = new MnistFolder(folder);
    for (String name : MnistFolder.FILES) {
      if (present.find(name).isEmpty() && !fetch(name, folder)) {
        return false;
      }
    }
    return true;
  }

  private boolean fetch(String name, Path folder) {
    Path target = folder.resolve(MnistFolder.packed(name));
    URI foreign = null;
    for (URI mirror : mirrors) {
      URI source = mirror.resolve(MnistFolder.packed(name));
      out.println("Downloading " + source);
      switch (fetch(source, hashes.get(name), target)) {
        case DONE -> {
          return true;
        }
        case FOREIGN -> foreign = source;
        case FAILED -> {
          // Said already; the next mirror may do.
        }
      }
    }
    if (foreign != null) {
      throw new BadDataException(
          "What "
              + foreign
              + " sends is not the published file, by its SHA-256: try again in another network, or"
              + " put the four files of MNIST into '"
              + folder
              + "' yourself.");
    }
    return false;
  }

  private Result fetch(URI source, String hash, Path target) {
    Path part;
    try {
      part = Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
    } catch (IOException e) {
      throw unwritable(target.getParent());
    }
    try {
      String received = receive(source, part);
      if (!received.equals(hash)) {
        out.println("Its SHA-256 is " + received + ", not " + hash + ": not kept.");
        return Result.FOREIGN;
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      out.println("Its SHA-256 is right: kept as " + target);
      return Result.DONE;
    } catch (IOException e) {
      out.println("That did not work: " + e);
      return Result.FAILED;
    } finally {
      deleteIfThere(part);
    }
  }

  /** Writes what {@code source} sends, and gives its SHA-256. */
  private static String receive(URI source, Path part) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(source).timeout(PATIENCE).build();
    HttpResponse<InputStream> response = answer(request);
    MessageDigest digest = sha256();
    try (InputStream body = response.body();
        OutputStream file = new DigestOutputStream(Files.newOutputStream(part), digest)) {
      if (response.statusCode() != FOUND) {
        throw new IOException("the server answers " + response.statusCode());
      }
      body.transferTo(file);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static HttpResponse<InputStream> answer(HttpRequest request) throws IOException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static void deleteIfThere(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      // It has a name that nobody reads, and the next run asks for another.
    }
  }

  private static BadDataException unwritable(Path folder) {
    return new BadDataException(
        "The folder '"
            + folder
            + "' for the downloaded digits cannot be written to: name another one with --data.");
  }

  private enum Result {
    DONE,
    FOREIGN,
    FAILED
  }
}
