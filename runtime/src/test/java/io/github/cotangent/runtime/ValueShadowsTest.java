package io.github.cotangent.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.cotangent.Accumulator;
import io.github.cotangent.DifferentiableType;
import org.junit.jupiter.api.Test;

class ValueShadowsTest {

  private static final class Number implements DifferentiableType<Number, Sum> {
    private final double x;
    private final boolean isLazy;

    Number(double x) {
      this(x, false);
    }

    Number(double x, boolean isLazy) {
      this.x = x;
      this.isLazy = isLazy;
    }

    @Override
    public Sum accumulator() {
      return new Sum();
    }

    @Override
    public Number copy() {
      return isLazy ? this : new Number(x);
    }
  }

  private static final class Sum implements Accumulator<Number> {
    private double sum;

    @Override
    public void add(Number value) {
      sum += value.x;
    }

    @Override
    public void set(Number value) {
      sum = value.x;
    }

    @Override
    public Number freeze() {
      return new Number(sum);
    }
  }

  private record Pair(Number first, Number[] others) {}

  private record Weighted(Number value, double weight) {}

  private final Shadows shadows = new Shadows();

  private Pair added(Pair pair, Pair adjoint) {
    return new Pair(
        shadows.add(pair.first(), adjoint.first()), shadows.add(pair.others(), adjoint.others()));
  }

  private Pair frozen(Pair pair) {
    return new Pair(shadows.frozen(pair.first()), shadows.frozen(pair.others()));
  }

  @Test
  void nullAddsNothing() {
    Number a = new Number(2);
    Number[][] all = {{a}, {new Number(3)}};
    shadows.add(a, null);
    shadows.add(all, null);
    shadows.add(all, new Number[][] {{null}, null});
    assertThat(shadows.of(a).sum).isZero();
    shadows.add(all, new Number[][] {{new Number(5)}, null});
    assertThat(shadows.of(a).sum).isEqualTo(5);
  }

  @Test
  void aValueHasOneAccumulator() {
    Number a = new Number(2);
    shadows.of(a).sum += 3;
    shadows.add(a, new Number(4));
    assertThat(shadows.of(a).sum).isEqualTo(7);
    assertThat(shadows.of(new Number(2)).sum).isZero();
    assertThat(shadows.of((Number) null)).isNull();
  }

  @Test
  void whatIsTakenIsComplete() {
    Number a = new Number(2);
    Sum adjoint = shadows.of(a);
    assertThat(shadows.take(a)).isSameAs(adjoint);
    assertThatThrownBy(() -> shadows.of(a))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("must return a new one");
    assertThatThrownBy(() -> shadows.take(a)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aResultIsNoneOfTheArguments() {
    Number a = new Number(2);
    Number b = new Number(3);
    Number[] all = {b, a};
    assertThatThrownBy(() -> shadows.take(a, b, a)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> shadows.take(a, (Object) all))
        .isInstanceOf(IllegalStateException.class);
    assertThatCode(() -> shadows.take(a, b)).doesNotThrowAnyException();
  }

  @Test
  void arraysAreAddedAndFrozenByElements() {
    Number a = new Number(2);
    Number[][] values = {{a, null}, {a}};
    shadows.add(values, new Number[][] {{new Number(1), null}, {new Number(10)}});
    Number[][] frozen = shadows.frozen(values);
    assertThat(frozen[0][0].x).isEqualTo(11);
    assertThat(frozen[0][1]).isNull();
    assertThat(shadows.ofEach(values[1], Sum[]::new)[0]).isSameAs(shadows.of(a));
    Number[][] tooShort = {{new Number(1)}};
    assertThatThrownBy(() -> shadows.add(values, tooShort))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void recordsAreAddedAndFrozenByElements() {
    Number a = new Number(2);
    Number b = new Number(3);
    Pair[][] pairs = {{new Pair(a, new Number[] {b, null}), null}, {new Pair(b, null)}, null};
    Pair[][] seed = {
      {new Pair(new Number(1), new Number[] {new Number(10), null}), null},
      {new Pair(new Number(100), null)},
      null
    };
    shadows.add(pairs, seed, (row, drow) -> shadows.add(row, drow, this::added));
    shadows.add(pairs, null, (row, drow) -> shadows.add(row, drow, this::added));
    shadows.add(pairs[0], new Pair[] {new Pair(null, null), null}, this::added);
    shadows.add(pairs[0], new Pair[2], this::added);
    Pair[][] frozen = shadows.frozen(pairs, row -> shadows.frozen(row, this::frozen));
    assertThat(frozen[0][0].first().x).isEqualTo(1);
    assertThat(frozen[0][0].others()[0].x).isEqualTo(110);
    assertThat(frozen[0][0].others()[1]).isNull();
    assertThat(frozen[0][1]).isNull();
    assertThat(frozen[1][0].first().x).isEqualTo(110);
    assertThat(frozen[2]).isNull();
    assertThat(shadows.frozen((Number) null)).isNull();
    assertThatThrownBy(() -> shadows.add(pairs[0], new Pair[1], this::added))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> shadows.add(new Pair[1], new Pair[] {frozen[0][0]}, this::added))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatRecordsHoldOfNumbersComesFromTheirShadow() {
    Weighted[] records = {new Weighted(new Number(2), 3), null};
    shadows.of(records[0].value()).sum = 5;
    Weighted[] adjoints = {new Weighted(null, 7), null};
    Weighted[] frozen =
        shadows.frozen(
            adjoints,
            records,
            (adjoint, record) -> new Weighted(shadows.frozen(record.value()), adjoint.weight()));
    assertThat(frozen[0].value().x).isEqualTo(5);
    assertThat(frozen[0].weight()).isEqualTo(7);
    assertThat(frozen[1]).isNull();
    assertThat(shadows.frozen(null, (Weighted[]) null, (adjoint, record) -> record)).isNull();
  }

  @Test
  void recordsGetDistinctValues() {
    Pair pair = new Pair(new Number(2), new Number[] {new Number(3)});
    Pair[] pairs = {pair, pair, null};
    Pair[] copies =
        Shadows.distinct(
            pairs, p -> new Pair(Shadows.distinct(p.first()), Shadows.distinct(p.others())));
    assertThat(copies[0].first()).isNotSameAs(copies[1].first()).isNotSameAs(pair.first());
    assertThat(copies[0].others()).isNotSameAs(copies[1].others());
    assertThat(copies[2]).isNull();
    assertThat(pairs[1]).isSameAs(pair);
    assertThat(Shadows.distinct((Pair[]) null, p -> p)).isNull();
  }

  @Test
  void copiesAreDistinct() {
    Number a = new Number(2);
    Number[] copies = Shadows.distinct(new Number[] {a, a});
    assertThat(copies[0]).isNotSameAs(copies[1]).isNotSameAs(a);
    assertThat(Shadows.distinct((Number) null)).isNull();
    Number lazy = new Number(1, true);
    assertThatThrownBy(() -> Shadows.distinct(lazy)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void argumentsDoNotShareArrays() {
    Number[] row = {new Number(1)};
    Number[][] rows = {row};
    assertThatThrownBy(() -> Shadows.requireApart(row, rows))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("share an array");
    assertThatCode(() -> Shadows.requireApart(row, row.clone(), null)).doesNotThrowAnyException();
  }

  @Test
  void zeros() {
    Number[] values = {new Number(2)};
    assertThat(shadows.zerosOf(values)[0].x).isZero();
    assertThat(shadows.zerosOf(values)).isSameAs(shadows.zerosOf(values));
    assertThat(Shadows.zero(values[0]).x).isZero();
  }
}
