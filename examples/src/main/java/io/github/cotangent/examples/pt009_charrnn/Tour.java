package io.github.cotangent.examples.pt009_charrnn;

import java.nio.file.Path;

/** What the chapter's page shows before the network is trained. */
final class Tour {

  private Tour() {}

  static void print(Path plots) {}
}
