package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ShadowsTest {

  private record Point(double x, double[] y) {

    Point zero() {
      return new Point(0, new double[y.length]);
    }
  }

  private final Shadows shadows = new Shadows();

  @Test
  void oneStorageHasOneShadow() {
    double[] a = {1, 2};
    float[] b = {1, 2, 3};
    assertThat(shadows.of(a)).isSameAs(shadows.of(a)).isNotSameAs(a).containsExactly(0, 0);
    assertThat(shadows.of(b)).isSameAs(shadows.of(b)).containsExactly(0, 0, 0);
    assertThat(shadows.of(a.clone())).isNotSameAs(shadows.of(a));
  }

  @Test
  void nullHasNoShadow() {
    assertThat(shadows.of((double[]) null)).isNull();
    assertThat(shadows.of((float[]) null)).isNull();
    assertThat(shadows.of((double[][]) null)).isNull();
    assertThat(shadows.ofRecords((Point[]) null, Point::zero)).isNull();
  }

  @Test
  void rowsHaveTheShadowsTheyHaveAlone() {
    double[] row = {1, 2};
    double[] empty = {};
    double[][] a = {row, null, row, empty};
    double[][] da = shadows.of(a);
    assertThat(da[0]).isSameAs(shadows.of(row)).isSameAs(da[2]);
    assertThat(da[1]).isNull();
    assertThat(da[3]).isEmpty();
  }

  @Test
  void rowsAreLookedUpAtEveryCall() {
    double[][] a = {{1}, {2}};
    double[][] da = shadows.of(a);
    double[] shadowOfFirst = da[0];
    double[] first = a[0];
    a[0] = a[1];
    assertThat(shadows.of(a)).isSameAs(da);
    assertThat(da[0]).isSameAs(da[1]);
    a[0] = first;
    assertThat(shadows.of(a)[0]).isSameAs(shadowOfFirst);
  }

  @Test
  void higherRanksAndFloats() {
    float[] row = {1};
    float[][][] a = {{row, {2, 3}}, {}, null};
    float[][][] da = shadows.of(a);
    assertThat(da[0][0]).isSameAs(shadows.of(row));
    assertThat(da[0][1]).containsExactly(0, 0);
    assertThat(da[1]).isEmpty();
    assertThat(da[2]).isNull();
  }

  @Test
  void refusesElementsWithoutAdjoint() {
    assertThatThrownBy(() -> shadows.of(new int[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("int[][] has no adjoint");
    assertThatThrownBy(() -> shadows.of(new String[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shadows.bind(new int[][] {{1}}, new int[][] {{1}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("int[] has no adjoint");
  }

  @Test
  void recordsAreMadeOnceAndKept() {
    Point[] a = {new Point(1, new double[2]), null};
    Point[] da = shadows.ofRecords(a, Point::zero);
    assertThat(da[0].y()).containsExactly(0, 0);
    assertThat(da[1]).isNull();
    Point accumulated = new Point(5, new double[2]);
    da[0] = accumulated;
    a[0] = new Point(2, new double[2]);
    a[1] = a[0];
    assertThat(shadows.ofRecords(a, Point::zero)).isSameAs(da);
    assertThat(da[0]).isSameAs(accumulated);
    assertThat(da[1]).isNotNull();
    a[0] = null;
    assertThat(shadows.ofRecords(a, Point::zero)[0]).isSameAs(accumulated);
  }

  @Test
  void rowsOfRecordsAreLookedUpAtEveryCall() {
    Point[][] a = {{new Point(1, new double[1])}, null};
    Point[][] da = shadows.ofRecords(a, row -> shadows.ofRecords(row, Point::zero));
    assertThat(da[0]).isSameAs(shadows.ofRecords(a[0], Point::zero));
    a[1] = a[0];
    a[0] = null;
    shadows.ofRecords(a, row -> shadows.ofRecords(row, Point::zero));
    assertThat(da[0]).isNull();
    assertThat(da[1]).isSameAs(shadows.ofRecords(a[1], Point::zero));
  }

  @Test
  void bindsKnownPairs() {
    double[] a = {1};
    double[] da = {7};
    shadows.bind(a, da);
    shadows.bind(a, da);
    assertThat(shadows.of(a)).isSameAs(da).containsExactly(7);
    float[] b = {1};
    float[] db = {2};
    shadows.bind(b, db);
    assertThat(shadows.of(b)).isSameAs(db);
    shadows.bind((double[]) null, null);
    shadows.bind((Object[]) null, null);
  }

  @Test
  void bindsRowsAndRecords() {
    double[][] a = {{1}, null, {2, 3}};
    double[][] da = {{0}, null, {0, 0}};
    double[] shadowOfLast = da[2];
    shadows.bind(a, da);
    assertThat(shadows.of(a)).isSameAs(da);
    assertThat(shadows.of(a[2])).isSameAs(shadowOfLast);
    Point[] points = {new Point(1, new double[1])};
    Point[] adjoints = {points[0].zero()};
    shadows.bind(points, adjoints);
    assertThat(shadows.ofRecords(points, Point::zero)).isSameAs(adjoints);
  }

  @Test
  void refusesPairsThatDoNotMatch() {
    double[] a = {1};
    shadows.bind(a, new double[1]);
    assertRefused(() -> shadows.bind(a, new double[1]), "two different adjoint arrays");
    assertRefused(() -> shadows.bind(new double[1], new double[2]), "length 1");
    assertRefused(() -> shadows.bind(new float[1], null), "is null");
    assertRefused(() -> shadows.bind(null, new double[1]), "null cannot");
    assertRefused(() -> shadows.bind(new double[][] {{1}}, new float[][] {{1}}), "cannot be");
    double[] row = {1};
    assertRefused(
        () -> shadows.bind(new double[][] {row, row}, new double[][] {{0}, {0}}),
        "two different adjoint arrays");
  }

  @Test
  void refusesGivenShadowsThatAreShared() {
    double[][] m = {{1}, {2}};
    double[] shadow = {0};
    shadows.bind(m, new double[][] {shadow, shadow});
    assertRefused(shadows::refuseSharedShadows, "one adjoint array is passed for two arrays");

    Shadows others = new Shadows();
    others.bind(m[0], m[1]);
    others.refuseSharedShadows();
    assertRefused(() -> others.refuseShared("m", m), "'m' is declared constant");
    assertRefused(() -> others.refuseAdjoint("mDot", new double[][] {m[1]}), "'mDot' shares");
    others.bind(m[1], shadow);
    assertRefused(others::refuseSharedShadows, "an adjoint array is an argument, too");
    assertRefused(
        () -> Shadows.refuseShared("c", shadow, m[0], shadow),
        "'c' shares storage with an adjoint");
  }

  @Test
  void letsGivenShadowsPassThatAreApartOrEmpty() {
    double[] empty = {};
    shadows.bind(new double[0], empty);
    shadows.bind(new double[0], empty);
    for (int i = 0; i < 20; i++) {
      shadows.bind(new double[1], new double[1]);
    }
    shadows.refuseSharedShadows();
    shadows.refuseAdjoint("x", new double[1]);
    shadows.refuseShared("x", empty);
  }

  @Test
  void refusesConstantsThatShareStorage() {
    double[] a = {1};
    double[][] b = {{1}, {2}};
    shadows.of(a);
    shadows.of(b);
    assertRefused(
        () -> shadows.refuseShared("y", a),
        "argument 'y' is declared constant but shares storage with a differentiated argument;"
            + " pass a copy (y.clone())");
    assertRefused(() -> shadows.refuseShared("y", b), "rows included");
    assertRefused(() -> shadows.refuseShared("y", b[1]), "'y'");
    assertRefused(() -> shadows.refuseShared("y", new double[][][] {null, {{5}, a}}), "'y'");
  }

  @Test
  void refusesConstantsThatAreTheOnlyArray() {
    double[] a = {1, 2};
    assertRefused(() -> Shadows.refuseShared("y", a, a), "pass a copy (y.clone())");
    assertRefused(() -> Shadows.refuseShared("y", new double[][] {{3}, a}, a), "rows included");
    double[] empty = {};
    Shadows.refuseShared("y", empty, empty);
    Shadows.refuseShared("y", null, null);
    Shadows.refuseShared("y", new double[][] {null, {1}}, null);
    Shadows.refuseShared("y", a.clone(), a);
  }

  @Test
  void theOnlyShadowFits() {
    double[] a = {1, 2};
    float[] b = {1, 2};
    Shadows.requireFit(a, a.clone());
    Shadows.requireFit(b, b.clone());
    Shadows.requireFit((double[]) null, null);
    double[] empty = {};
    Shadows.requireFit(empty, empty);
    assertRefused(() -> Shadows.requireFit(a, a), "its own adjoint");
    assertRefused(() -> Shadows.requireFit(b, b), "its own adjoint");
    assertRefused(() -> Shadows.requireFit(a, new double[3]), "length 3");
    assertRefused(() -> Shadows.requireFit(b, new float[1]), "length 1");
    assertRefused(() -> Shadows.requireFit(a, null), "is null");
    assertRefused(() -> Shadows.requireFit(null, a), "null cannot have");
  }

  @Test
  void letsOtherConstantsPass() {
    double[] empty = {};
    double[] a = {1};
    shadows.of(empty);
    shadows.of(a);
    shadows.refuseShared("y", null);
    shadows.refuseShared("y", empty);
    shadows.refuseShared("y", a.clone());
    shadows.refuseShared("y", new double[][] {null, {1}});
    shadows.refuseShared("y", new int[] {1});
    shadows.refuseShared("y", "text");
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  private record Data(double[] values, Data[] more) {
    static Object[] arrays(Data d) {
      return new Object[] {d.values, Shadows.arraysIn(d.more, Data::arrays)};
    }
  }

  @Test
  void refusesConstantRecordsThatShareStorage() {
    Shadows shadows = new Shadows();
    double[] a = {1};
    shadows.of(a);
    Data free = new Data(new double[] {2}, null);
    Data shares = new Data(new double[] {3}, new Data[] {null, new Data(a, null)});
    shadows.refuseShared("d", Shadows.arraysOf(free, Data::arrays));
    shadows.refuseShared("d", Shadows.arraysOf(null, Data::arrays));
    assertRefused(
        () -> shadows.refuseShared("d", Shadows.arraysOf(shares, Data::arrays)), "all arrays");
    assertRefused(
        () -> shadows.refuseShared("d", Shadows.arraysIn(shares.more, Data::arrays)), "'d'");
  }

  private record Bag(double[][] rows) {}

  @Test
  void rowsInRecordsAreSettled() {
    Shadows shadows = new Shadows();
    Bag[][] bags = {{new Bag(new double[][] {{1}, {2}}), null}, null};
    UnaryOperator<Bag> zero = bag -> new Bag(shadows.of(bag.rows()));
    Bag[][] dbags = shadows.ofRecords(bags, row -> shadows.ofRecords(row, zero));
    Bag dbag = dbags[0][0];
    double[] first = dbag.rows()[0];
    double[] second = dbag.rows()[1];
    double[][] rows = bags[0][0].rows();
    double[] row = rows[0];
    rows[0] = rows[1];
    rows[1] = row;
    assertThat(shadows.settled(bags, r -> shadows.settled(r, zero))).isSameAs(dbags);
    assertThat(dbags[0][0]).isSameAs(dbag);
    assertThat(dbag.rows()[0]).isSameAs(second);
    assertThat(dbag.rows()[1]).isSameAs(first);
    assertThat(dbags[0][1]).isNull();
    assertThat(dbags[1]).isNull();
    assertThat(shadows.settled((Bag[]) null, zero)).isNull();
  }
}
