/** What code differentiated by Cotangent needs at run time. */
module io.github.cotangent.runtime {
  exports io.github.cotangent;
  exports io.github.cotangent.runtime;
}
