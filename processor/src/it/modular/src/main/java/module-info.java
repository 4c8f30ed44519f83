/** Reads the runtime of Cotangent and nothing else. */
module com.example.modular {
  requires io.github.cotangent.runtime;

  exports com.example.modular;
}
