package cases.records.array_pullbacks;

import io.github.cotangent.Differentiable;

// Arrays of records as results: the seed is an array of records, too.
// run: scale(new Input.Point[] {new Input.Point(2.0, 1), new Input.Point(3.0, 2)})
// run: made(new Input.Point[] {new Input.Point(2.0, 1), new Input.Point(3.0, 2)})
// run: swapped(new Input.Point[][] {{new Input.Point(2.0, 1), new Input.Point(3.0, 2)}, {new Input.Point(1.5, 3)}})
// run: joined(new Input.Track[] {Input.track(2.0, 1.0, 2.0), Input.track(3.0, 5.0)}, 2.0)
// run: one(Input.track(2.0, 1.0, 2.0), Input.track(3.0, 5.0), 2.0)
// run: dropped(2.0, new double[] {1})
// run: grown(new Input.Track[] {Input.track(2.0, 1.0, 2.0), Input.track(3.0, 5.0)}, 1.2, 3)
// run: gone(new Input.Track[] {Input.track(2.0, 1.0, 2.0), Input.track(3.0, 5.0)}, 2.0)
final class Input {
  record Point(double x, int id) {}

  record Track(Point start, double[] times, float speed) {}

  static Track track(double x, double... times) {
    return new Track(new Point(x, 1), times, 1.5f);
  }

  @Differentiable
  static void scale(Point[] points) {
    points[0] = new Point(2 * points[0].x() * points[1].x(), 5);
  }

  @Differentiable
  static Point[] made(Point[] points) {
    Point[] out = new Point[2];
    out[1] = points[0];
    out[0] = new Point(2 * points[0].x() * points[1].x(), 5);
    return out;
  }

  @Differentiable
  static Point[][] swapped(Point[][] rows) {
    Point[] row = rows[0];
    rows[0] = rows[1];
    rows[1] = row;
    rows[1][1] = new Point(rows[0][0].x() * rows[1][0].x(), 1);
    return rows;
  }

  @Differentiable
  static Track[] joined(Track[] tracks, double k) {
    Track[] out = new Track[2];
    out[1] = tracks[0];
    out[0] = new Track(new Point(tracks[0].start().x() * k, 5), tracks[0].times(), 2f);
    out[0].times()[0] *= k * out[1].speed();
    return out;
  }

  // The array is one of both arguments' and of the result's.
  @Differentiable
  static Track one(Track a, Track b, double k) {
    a.times()[0] *= b.times()[0] * k;
    return new Track(new Point(a.start().x() * k, 5), b.times(), a.speed());
  }

  @Differentiable
  static Track[] dropped(double x, double[] times) {
    Track[] out = new Track[2];
    out[0] = new Track(new Point(x * x, 2), times, 2f);
    out[1] = new Track(new Point(out[0].start().x() * x, 1), times.clone(), 1f);
    out[1].times()[0] *= out[0].start().x();
    out[0] = null;
    return out;
  }

  // Whole arrays of records are on the tape; the arrays in them are restored.
  @Differentiable
  static Track[] grown(Track[] tracks, double k, int n) {
    while (n-- > 0) {
      Track[] next = new Track[tracks.length];
      for (int i = 0; i < tracks.length; i++) {
        double[] times = i == n ? tracks[i].times().clone() : tracks[i].times();
        next[i] = new Track(new Point(tracks[i].start().x() * k, n), times, tracks[i].speed());
        next[i].times()[0] *= tracks[i].start().x();
      }
      tracks = next;
      if (tracks[0].times()[0] > 1e5) {
        break;
      }
    }
    return tracks;
  }

  @Differentiable
  static void gone(Track[] tracks, double k) {
    tracks[0] = new Track(tracks[1].start(), tracks[0].times(), tracks[1].speed());
    tracks[0].times()[1] *= k * tracks[1].start().x();
    tracks[1] = null;
  }

  private Input() {}
}
