/** What code differentiated by Cotangent needs at run time. */
@SuppressWarnings("requires-automatic") // netlib has no descriptor of its own
module io.github.cotangent.runtime {
  exports io.github.cotangent;
  exports io.github.cotangent.runtime;
  exports io.github.cotangent.tensor;

  requires static dev.ludovic.netlib.blas;
}
