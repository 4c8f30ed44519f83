package cases.custom.value_records;

import io.github.cotangent.Differentiable;

/** Another class, linked by its generated halves. */
final class Other {
  @Differentiable
  static Input.Layer[] turned(Input.Layer[] layers, Vec by) {
    Input.Layer first = layers[0];
    layers[0] = new Input.Layer(first.bias().times(by), layers[1].weight(), 1);
    return new Input.Layer[] {layers[1], first, layers[0]};
  }

  @Differentiable
  static double weighted(Input.Network net) {
    double sum = 0;
    for (Input.Layer layer : net.layers()) {
      sum += layer.weight().dot(net.out());
    }
    return sum * sum;
  }

  private Other() {}
}
