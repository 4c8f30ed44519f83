package cases.custom.mixed_records;

import io.github.cotangent.Differentiable;
import io.github.cotangent.Differentiable.Output;
import io.github.cotangent.NonDifferentiable;
import java.util.Arrays;

// Arrays of records that hold values and numbers: the adjoints of the numbers are in a shadow
// array, those of the values go by identity.
// shares: custom/values/Vec.java
// shares: custom/values/VecSum.java
// run: made(new double[] {0.4, -0.3}, 0.7)
// run: stored(new double[] {0.4, -0.3}, 0.7, 3)
// run: copied(new double[] {0.4, -0.3}, 0.7)
// run: helped(new double[] {0.4, -0.3}, 0.7)
// run: withArrays(new double[] {0.4, -0.3}, 0.7)
// run: listed(new double[] {0.4, -0.3}, 0.7)
// run: flat(new double[] {2, 3, 0.5, -1, 4, 2, 3, 1.5})
// run: flatWide(new double[] {2, 3, 0.5, -1, 4, 2, 3, 1.5})
// expect: dThrough(Input.cells())[0].weight().at(1) = dFlat(Input.numbers())[1]
// expect: dThrough(Input.cells())[0].scale() = dFlat(Input.numbers())[2]
// expect: dThrough(Input.cells())[1].weight().at(0) = dFlat(Input.numbers())[4]
// expect: dThrough(Input.cells())[1].scale() = dFlat(Input.numbers())[6]
// expect: dThrough(Input.cells())[1].id() = 9
// expect: throughValueAndGradient(Input.cells()).gradient()[1].scale() = dFlat(Input.numbers())[6]
// expect: throughValueAndGradient(Input.cells()).gradient()[1].weight().at(1) = dFlat(Input.numbers())[5]
// expect: throughJvp(Input.cells(), new Cell[] {new Cell(Vec.of(0, 1), 0, 8), new Cell(Vec.of(0, 0), 2, 9)}).valueDot() = dFlat(Input.numbers())[1] + 2 * dFlat(Input.numbers())[6]
// expect: dWide(Input.wides())[0].gains()[0] = dFlatWide(Input.numbers())[2]
// expect: dWide(Input.wides())[0].cells()[0].scale() = dFlatWide(Input.numbers())[3]
// expect: dWide(Input.wides())[0].cells()[0].weight().at(1) = dFlatWide(Input.numbers())[1]
// expect: dWide(Input.wides())[1].parts()[0].at(0) = dFlatWide(Input.numbers())[4]
// expect: dWide(Input.wides())[1].gains()[0] = dFlatWide(Input.numbers())[6]
// expect: dWide(Input.wides())[1].plain()[0].inner().at(1) = dFlatWide(Input.numbers())[5]
// expect: wideValueAndGradient(Input.wides()).gradient()[1].plain()[0].inner().at(1) = dFlatWide(Input.numbers())[5]
// expect: wideValueAndGradient(Input.wides()).gradient()[1].gains()[0] = dFlatWide(Input.numbers())[6]
// expect: turnedPullback(Input.cells(), 5).value()[1].scale() = 2.5
// expect: turnedPullback(Input.cells(), 5).apply(new Cell[] {new Cell(Vec.of(1, 2), 3, 0), new Cell(null, 7, 0)}).k() = 11.5
// expect: turnedPullback(Input.cells(), 5).apply(new Cell[] {new Cell(Vec.of(1, 2), 3, 0), new Cell(null, 7, 0)}).cells()[1].weight().at(1) = 10.0
// expect: turnedPullback(Input.cells(), 5).apply(new Cell[] {new Cell(Vec.of(1, 2), 3, 0), new Cell(null, 7, 0)}).cells()[0].scale() = 35.0
// expect: turnedPullback(Input.cells(), 5).apply(new Cell[] {null, new Cell(Vec.of(4, 6), 0, 0)}).cells()[0].weight().at(0) = 4.0
final class Input {
  record Cell(Vec weight, double scale, int id) {}

  record Plain(Vec inner) {}

  record Wide(double[] gains, Cell[] cells, Vec[] parts, Plain[] plain, String name) {}

  static double[] numbers() {
    return new double[] {2, 3, 0.5, -1, 4, 2, 3, 1.5};
  }

  static Cell[] cells() {
    return new Cell[] {new Cell(Vec.of(2, 3), 0.5, 8), new Cell(Vec.of(4, 2), 3, 9)};
  }

  static Wide[] wides() {
    return new Wide[] {
      new Wide(new double[] {0.5}, new Cell[] {new Cell(Vec.of(2, 3), -1, 8)}, null, null, "a"),
      new Wide(new double[] {3}, null, Vec.all(4), new Plain[] {new Plain(Vec.of(4, 2))}, "b")
    };
  }

  @Differentiable(generate = {Output.GRADIENT, Output.VALUE_AND_GRADIENT, Output.JVP})
  static double through(Cell[] cells) {
    Vec h = cells[0].weight();
    for (Cell cell : cells) {
      h = h.times(cell.weight()).scaled(cell.scale());
    }
    cells[0] = new Cell(h, cells[1].scale() * cells[0].scale(), cells[1].id());
    return cells[0].weight().dot(cells[1].weight()) * cells[0].scale();
  }

  @Differentiable
  static double flat(double[] p) {
    Cell[] cells = {
      new Cell(Vec.of(p[0], p[1]), p[2], 8), new Cell(Vec.of(p[4], p[5]), p[6], 9)
    };
    return through(cells);
  }

  @Differentiable
  static double wide(Wide[] wides) {
    Vec v = wides[0].cells()[0].weight().scaled(wides[0].gains()[0]);
    wides[0].gains()[0] *= wides[1].gains()[0];
    Vec w = wides[1].plain()[0].inner().scaled(wides[0].gains()[0]);
    return v.dot(w) * wides[1].parts()[0].at(0) + wides[0].cells()[0].scale() * v.at(1);
  }

  @Differentiable
  static double flatWide(double[] p) {
    Wide[] wides = {
      new Wide(
          new double[] {p[2]}, new Cell[] {new Cell(Vec.of(p[0], p[1]), p[3], 8)}, null, null, "a"),
      new Wide(
          new double[] {p[6]},
          null,
          new Vec[] {Vec.of(p[4])},
          new Plain[] {new Plain(Vec.of(4, p[5]))},
          "b")
    };
    return wide(wides);
  }

  @Differentiable
  static double made(double[] a, double x) {
    Cell[] cells = new Cell[2];
    for (int i = 0; i < 2; i++) {
      cells[i] = new Cell(Vec.of(a), x * a[i], i);
    }
    Vec h = Vec.of(x, x);
    double sum = 0;
    for (Cell cell : cells) {
      h = h.times(cell.weight()).scaled(cell.scale());
      sum += cell.scale() * cell.scale();
    }
    return h.dot(h) + sum * x;
  }

  @Differentiable
  static double stored(double[] a, double x, int n) {
    Cell[] cells = {new Cell(Vec.of(a), x, 0), null};
    double total = 0;
    for (int i = 0; i < n; i++) {
      Cell before = cells[0];
      cells[1] = before;
      cells[0] = new Cell(before.weight().scaled(before.scale()), cells[1].scale() * x, i);
      total += cells[0].weight().dot(cells[1].weight()) * cells[0].scale();
    }
    return total + cells[1].scale();
  }

  @Differentiable
  static double copied(double[] a, double x) {
    Cell[] cells = {new Cell(Vec.of(a), x, 0), new Cell(Vec.of(x, 1), x * x, 1)};
    Cell[] more = Arrays.copyOf(cells, 3);
    more[2] = new Cell(more[0].weight().times(more[1].weight()), more[0].scale(), 2);
    Cell[] same = more.clone();
    System.arraycopy(more, 1, same, 0, 2);
    Arrays.fill(cells, same[0]);
    return same[1].weight().dot(cells[1].weight()) * cells[0].scale() * more[2].scale();
  }

  @Differentiable
  static double helped(double[] a, double x) {
    Cell[] cells = {new Cell(Vec.of(a), x, 0), new Cell(Vec.of(x, 1), x * x, 1)};
    Cell[] turned = turned(cells, x);
    swap(turned);
    return weighted(turned[0]) * weighted(cells[1]) + weighted(turned[1]);
  }

  @Differentiable
  static Cell[] turned(Cell[] cells, double k) {
    return new Cell[] {
      new Cell(cells[1].weight().scaled(k), cells[1].scale(), 0),
      new Cell(cells[0].weight(), cells[0].scale() * k, 1)
    };
  }

  static void swap(Cell[] cells) {
    Cell first = cells[0];
    cells[0] = cells[1];
    cells[1] = new Cell(first.weight().times(cells[0].weight()), first.scale() * 2, 3);
  }

  static double weighted(Cell cell) {
    return cell.weight().at(0) * cell.scale() + cell.weight().at(1);
  }

  @Differentiable
  static double withArrays(double[] a, double x) {
    Wide[] wides = new Wide[2];
    for (int i = 0; i < 2; i++) {
      Cell[] cells = {new Cell(Vec.of(a), x + i, i)};
      Plain[] plain = {new Plain(Vec.of(x, a[i])), new Plain(Vec.of(a))};
      wides[i] = new Wide(a.clone(), cells, new Vec[] {Vec.of(x, 1)}, plain, "w");
    }
    wides[1].gains()[0] = wides[0].gains()[1] * x;
    wides[0].cells()[0] = new Cell(wides[1].parts()[0], wides[1].cells()[0].scale(), 5);
    wides[1].parts()[0] = wides[0].plain()[1].inner();
    wides[0].plain()[0] = wides[1].plain()[1];
    Wide last = wides[1];
    wides[1] = new Wide(last.gains(), wides[0].cells(), last.parts(), wides[0].plain(), "x");
    double sum = 0;
    for (Wide w : wides) {
      for (Cell cell : w.cells()) {
        sum += cell.weight().dot(w.parts()[0]) * cell.scale();
      }
      for (Plain p : w.plain()) {
        sum += p.inner().at(1) * w.gains()[0];
      }
    }
    return sum;
  }

  @Differentiable
  static double listed(double[] a, double x) {
    double sum = 0;
    for (int i = 0; i < 2; i++) {
      Cell[] cells = {new Cell(Vec.of(a), x, 0), new Cell(Vec.of(x, x), a[i], i)};
      cells[i] = new Cell(cells[1 - i].weight(), cells[0].scale() * cells[1].scale(), 1);
      sum += cells[0].weight().dot(cells[1].weight()) * cells[0].scale() * cells[1].scale();
    }
    return sum;
  }

  private Input() {}
}
