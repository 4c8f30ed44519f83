package cases.loops.bound_in_a_field;

import io.github.cotangent.Differentiable;

// A bound in an array of a final field of an object: the array gets a name before the loop, which is
// counted then. Not where the object changes, or where the test may end before it asks.
// run: f(new double[] {0.5, 1.25, 3}, new Input.Graph(new int[][] {{1, 2}, {}, {0}}))
// run: follows(new double[] {0.5, 1.25, 3}, new Input.Graph(new int[][] {{1, 2}, {}, {0}}), 2)
// run: guarded(new double[] {0.5, 1.25, 3}, new Input.Graph(new int[][] {{1, 2}, {}, {0}}), 1)
// run: guarded(new double[] {0.5, 1.25, 3}, null, 0)
final class Input {
  static final class Graph {
    final int[][] out;

    Graph(int[][] out) {
      this.out = out;
    }

    Graph reversed() {
      int[][] other = new int[out.length][];
      for (int i = 0; i < other.length; i++) {
        other[i] = out[out.length - 1 - i];
      }
      return new Graph(other);
    }
  }

  @Differentiable
  static double f(double[] x, Graph graph) {
    double sum = 1;
    for (int u = 0; u < x.length; u++) {
      for (int e = 0; e < graph.out[u].length; e++) {
        sum *= 1 + x[u] * x[graph.out[u][e]];
      }
    }
    return sum;
  }

  @Differentiable
  static double follows(double[] x, Graph graph, int n) {
    double sum = 1;
    Graph g = graph;
    for (int i = 0; i < n + g.out[0].length; i++, g = g.reversed()) {
      sum *= 1 + x[i % x.length] * sum;
    }
    return sum;
  }

  @Differentiable
  static double guarded(double[] x, Graph graph, int n) {
    double sum = 1;
    for (int i = 0; i < n && i < graph.out[0].length; i++) {
      sum *= x[i] + sum;
    }
    return sum;
  }

  private Input() {}
}
