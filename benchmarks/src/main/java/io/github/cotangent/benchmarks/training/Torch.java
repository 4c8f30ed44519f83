package io.github.cotangent.benchmarks.training;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;

/**
 * PyTorch's engine. Its native library is in the jar only where Maven was told {@code -Ppytorch}.
 */
public final class Torch {

  static final String ENGINE = "PyTorch";

  private static final String LIBRARY = "native/lib/pytorch.properties";

  private Torch() {}

  /** Whether the native library is on the class path. */
  public static boolean isThere() {
    return Torch.class.getClassLoader().getResource(LIBRARY) != null;
  }

  /** Loads it; gives its name and version. */
  public static String load() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    Engine engine = Engine.getEngine(ENGINE);
    return "PyTorch " + engine.getVersion() + " through DJL " + Engine.getDjlVersion();
  }

  /** Lets so many threads compute an operation of the thread that calls this. */
  public static void setThreads(int threads) {
    JniUtils.setNumThreads(threads);
    JniUtils.setGradMode(false); // Only what runs under a GradientCollector is recorded.
  }
}
